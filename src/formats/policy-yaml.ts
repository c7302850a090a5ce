import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { policies, policyKey, policySchema } from '../collections/policy.ts'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import type { Reading } from '../store/documents.ts'
import { dayIn } from '../values/day.ts'
import { keepChanged } from './keep-changed.ts'
import { policyRemarks, wordRemarks } from './policy-remarks.ts'
import { readCalendar } from './read-calendar.ts'
import { examineYaml, type YamlDocument } from './read-yaml.ts'

export type PolicyDocument = z.input<typeof policySchema>

/** What a file of policies holds: the versions that are right, with all their holidays, everything that is wrong, and remarks. */
export type ExaminedPolicies = {
  readonly documents: readonly PolicyDocument[]
  readonly refusals: readonly ImportRefused[]
  readonly notes: readonly string[]
}

/**
 * policy.yaml: how the partner of each Partner Center account collects, a document for each version. Begins with `# saldo policy`. The
 * holidays of the iCalendar files beside it that `holidayCalendars` names join those it lists. Versions that it leaves out stay.
 */
export const policyImporter: Importer = {
  format: 'policy',
  recognises: isPolicy,
  async import(input) {
    const { documents, refusals, notes } = await examinePolicies(input)
    const [first, ...others] = refusals
    if (first) throw others.length > 0 ? withOthers(first, others.length) : first
    const wanted = new Map(documents.map((document) => [policyKey(document), document]))
    const remarks = [...(await changesOfThePast(input, wanted)), ...(await policyRemarks(input.documents, documents))]
    const kept = { what: 'policies', collection: policies, documents: wanted }
    return keepChanged(input, 'policy', kept, [...notes, ...remarks])
  },
}

/** Whether a file that starts so holds policies. */
export function isPolicy(start: string): boolean {
  return start.split('\n', 1)[0]?.trim() === '# saldo policy'
}

function withOthers(first: ImportRefused, others: number): ImportRefused {
  const more = `${others} more ${others === 1 ? 'fault' : 'faults'}: saldo policy check ${first.fault.file} shows all.`
  return new ImportRefused({ ...first.fault, remedy: `${first.fault.remedy} ${more}` }, { cause: first })
}

/** Fields that hold whole numbers. */
const integers = [
  ...['weekday', 'days', 'contacts', 'atMost', 'approvals', 'noticeDays', 'paymentDataDays'],
  ...['disputeDays', 'paidDays', 'laterDays', 'netDays', 'warnDays'],
]

/** Reads all of a file, whatever is wrong with it. Throws ImportRefused only where there is no text to read. */
export async function examinePolicies(
  input: Pick<ImportInput, 'file' | 'open' | 'beside' | 'now'>,
): Promise<ExaminedPolicies> {
  const read = await examineYaml(input, policySchema, integers)
  const calendars = calendarsBeside(input)
  const documents: PolicyDocument[] = []
  for (const { data } of read.documents) documents.push(await withCalendars(data, calendars.read))
  // Nothing comes of them, and whoever mends the file hears of their calendars at once.
  for (const name of read.faulty.flatMap(calendarsNamed)) await calendars.read(name)
  if (read.documents.length === 0 && read.refusals.length === 0)
    throw new ImportRefused({ file: input.file, problem: 'it holds no policy', remedy: 'Write one document at least.' })
  const refusals = [...read.refusals, ...twice(input.file, read.documents), ...calendars.refusals]
  const notes = [...calendars.notes, ...wordRemarks(documents)]
  return { documents: documents.map(ofAccount), refusals: refusals.sort(byLine), notes }
}

const calendarsSchema = z.object({ holidayCalendars: z.record(z.string(), z.array(z.string())) })

function calendarsNamed(faulty: unknown): readonly string[] {
  const { data } = calendarsSchema.safeParse(faulty)
  return Object.values(data?.holidayCalendars ?? {}).flat()
}

/** What stands in another file comes last. */
const byLine = (a: ImportRefused, b: ImportRefused): number =>
  (a.fault.line ?? Number.MAX_SAFE_INTEGER) - (b.fault.line ?? Number.MAX_SAFE_INTEGER)

const ofAccount = (document: PolicyDocument): PolicyDocument =>
  Object.assign({}, document, { partner: document.partner.toLowerCase() })

function twice(file: string, documents: readonly YamlDocument<PolicyDocument>[]): ImportRefused[] {
  const seen = new Set<string>()
  return documents.flatMap(({ line, data }) => {
    const key = policyKey(ofAccount(data))
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const problem = 'a version of this account above begins on the same day'
    const remedy = 'Let each version begin on a day of its own.'
    return [new ImportRefused({ file, line, column: 'effective', value: data.effective, problem, remedy })]
  })
}

/** Reads each calendar once; one that cannot be read is a fault of the file, and the others are read all the same. */
function calendarsBeside(input: Pick<ImportInput, 'file' | 'beside' | 'now'>) {
  const known = new Map<string, readonly string[]>()
  const refusals: ImportRefused[] = []
  const notes: string[] = []
  const read = async (name: string): Promise<readonly string[]> => {
    const before = known.get(name)
    if (before) return before
    const days = await readCalendar(input, name).catch((error: unknown) => {
      if (!(error instanceof ImportRefused)) throw error
      refusals.push(error)
      return []
    })
    known.set(name, days)
    if (days.length > 0) notes.push(`${name}: ${days.length} holidays from ${days[0]} to ${days.at(-1)}`)
    else if (!refusals.some(({ fault }) => fault.file === name))
      notes.push(`${name}: no holidays from last year on, so it may be an old calendar`)
    return days
  }
  return { read, refusals, notes }
}

async function withCalendars(
  policy: PolicyDocument,
  read: (name: string) => Promise<readonly string[]>,
): Promise<PolicyDocument> {
  if (!policy.holidayCalendars) return policy
  const holidays: Record<string, string[]> = { ...policy.holidays }
  for (const [country, names] of Object.entries(policy.holidayCalendars)) {
    const days = new Set(holidays[country])
    for (const name of names) for (const day of await read(name)) days.add(day)
    holidays[country] = [...days].sort()
  }
  return { ...policy, holidays }
}

/** Versions whose day has passed and that are new or other than before: nothing that was done meanwhile changes, and a person should know. */
async function changesOfThePast(
  { documents, now }: Pick<ImportInput, 'documents' | 'now'>,
  wanted: ReadonlyMap<string, PolicyDocument>,
): Promise<readonly string[]> {
  const today = dayIn('UTC', now)
  const notes: string[] = []
  for (const [key, policy] of wanted) {
    if (policy.effective > today) continue
    const stored = await documents.get(policies, key)
    const called = `"${policy.name}" of ${policy.effective}`
    if (stored && !isDeepStrictEqual(stored.data, JSON.parse(JSON.stringify(policy))))
      notes.push(
        `${called} holds already and is changed: what was decided under it stays and keeps its name and day. A version with a later day would show the change.`,
      )
    if (!stored && policy.effective < today && (await hasEarlier(documents, policy)))
      notes.push(
        `${called} begins on a day that has passed: it holds from now on, and what was decided since then stays.`,
      )
  }
  return notes
}

const hasEarlier = async (documents: Reading, { partner, effective }: PolicyDocument): Promise<boolean> => {
  const range = { index: 'partner', from: `${partner}|`, to: `${partner}|${effective}`, limit: 1 }
  return (await documents.find(policies, range)).items.length > 0
}
