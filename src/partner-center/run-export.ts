import { z } from 'zod'
import { askGraph, type Graph, GraphFailed, retryAfter } from './graph.ts'

/** Which of an invoice's tables. */
export type WantedExport = { readonly table: 'reconciliation' | 'usage'; readonly invoice: string }

/** The manifest as Graph gives it. Its sasToken opens the files to whoever has it: it stays in memory. */
const manifestSchema = z.looseObject({
  eTag: z.string().optional(),
  rootDirectory: z.url(),
  sasToken: z.string(),
  blobs: z.array(z.looseObject({ name: z.string() })).min(1),
})
export type GraphManifest = z.output<typeof manifestSchema>

const answerSchema = z.looseObject({
  status: z.string(),
  resourceLocation: z.unknown().optional(),
  error: z.object({ code: z.string().optional(), message: z.string().optional() }).optional(),
})

export type RunExport =
  | { readonly kind: 'ready'; readonly manifest: GraphManifest; readonly operation: URL }
  /** `not-allowed`: the token lacks the permission. `failed`: Graph says why in `says`. */
  | { readonly kind: 'refused'; readonly reason: 'not-allowed' | 'failed'; readonly says: string }

const mostPolls = 360
const mostStarts = 3

/** Starts an export and waits until its files are there (reference sections 8.1 to 8.3). Throws GraphFailed. */
export async function runExport(graph: Graph, wanted: WantedExport): Promise<RunExport> {
  for (let starts = 1; starts <= mostStarts; starts++) {
    const started = await start(graph, wanted)
    if (!(started instanceof URL)) return started
    const ended = await ending(graph, started)
    if (ended !== 'expired') return ended
  }
  throw new GraphFailed('the export expires before it can be read')
}

async function start(graph: Graph, { table, invoice }: WantedExport): Promise<URL | RunExport> {
  const url = new URL(`${graph.baseUrl}/reports/partners/billing/${table}/billed/export`)
  const answer = await askGraph(graph, url, { invoiceId: invoice, attributeSet: 'full' })
  const location = answer.headers.get('location')
  if (answer.status === 202 && location) return new URL(location, url)
  return refused(answer)
}

/** `expired`: the operation is gone, as its results are after a while (410): it has to be started again. */
async function ending(graph: Graph, operation: URL): Promise<RunExport | 'expired'> {
  for (let polls = 1; polls <= mostPolls; polls++) {
    const answer = await askGraph(graph, operation)
    if (answer.status === 410) return 'expired'
    if (answer.status !== 200 && answer.status !== 202) return refused(answer)
    const { status, resourceLocation, error } = await said(answer)
    if (status === 'failed') return { kind: 'refused', reason: 'failed', says: error?.message ?? error?.code ?? status }
    if (status === 'succeeded') return { kind: 'ready', manifest: manifestIn(resourceLocation), operation }
    await graph.wait(retryAfter(answer))
  }
  throw new GraphFailed('the export does not end')
}

/** The tag of the data that an operation leads to now; undefined when that cannot be told any more. */
export async function tagNow(graph: Graph, operation: URL): Promise<string | undefined> {
  const answer = await askGraph(graph, operation)
  return answer.status === 200 ? manifestIn((await said(answer)).resourceLocation).eTag : undefined
}

async function said(answer: Response): Promise<z.output<typeof answerSchema>> {
  try {
    return answerSchema.parse(await answer.json())
  } catch (error) {
    // Neither the text nor the cause may go on: a manifest, with its secret, can stand in them.
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw new GraphFailed('Graph answers no operation')
    throw error
  }
}

function manifestIn(resource: unknown): GraphManifest {
  const read = manifestSchema.safeParse(resource)
  if (!read.success) throw new GraphFailed('Graph answers a manifest that Saldo does not know')
  return read.data
}

async function refused(answer: Response): Promise<RunExport> {
  const isAllowed = answer.status !== 401 && answer.status !== 403
  await answer.body?.cancel()
  return { kind: 'refused', reason: isAllowed ? 'failed' : 'not-allowed', says: `Graph answers ${answer.status}` }
}
