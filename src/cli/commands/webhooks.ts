import { randomBytes } from 'node:crypto'
import { addWebhook, everyWebhook, removeWebhook, typesIn } from '../../delivery/change-webhooks.ts'
import { type EventType, eventTypes, type OutgoingEvent, outgoingEvents, type Webhook } from '../../delivery/event.ts'
import { every } from '../../ledger/every.ts'
import type { Reading } from '../../store/documents.ts'
import { CommandRefused } from '../command-refused.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly json: boolean }
type Counts = Readonly<Record<OutgoingEvent['state'], number>>

/** `saldo webhooks`: who is told of what, and what waits or was given up. */
export const listWebhooks = (outside: Outside, { json }: Options): Promise<ExitCode> =>
  outside.withDesk(async ({ documents }) => {
    const { terminal } = outside
    const counts = await countsOf(documents)
    const all = await everyWebhook(documents)
    if (json) for (const webhook of all) await terminal.out(`${JSON.stringify(webhookJson(webhook, counts))}\n`)
    else
      await writeRows(
        terminal,
        head,
        all.map((webhook) => rowOf(webhook, counts)),
      )
    return 0
  })

/** `saldo webhooks add`: the only time that its secret is to be seen. */
export const addWebhookAt = (
  outside: Outside,
  url: string,
  { types, json }: Options & { readonly types: readonly EventType[] },
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, newId, clock }) => {
    const fault = (await outside.events()).addressFault(url)
    if (fault !== undefined) throw new CommandRefused(`${url}: ${fault}`)
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const id = newId().slice(0, 8)
    const webhook: Webhook = { id, url, secret, types: typesIn(eventTypes, types), addedAt: clock.now() }
    await addWebhook(documents, webhook)
    const { terminal } = outside
    await terminal.out(json ? `${JSON.stringify({ ...webhookJson(webhook), secret })}\n` : `${id} ${secret}\n`)
    await terminal.err('Keep the secret now: it is not shown again. It checks the header webhook-signature.\n')
    return 0
  })

/** `saldo webhooks remove`. */
export const removeWebhookOf = (outside: Outside, id: string, { json }: Options): Promise<ExitCode> =>
  outside.withDesk(async ({ documents }) => {
    if (!(await removeWebhook(documents, id))) throw unknown(id)
    await outside.terminal.out(json ? `${JSON.stringify({ kind: 'removed', id })}\n` : `${id}: removed\n`)
    return 0
  })

/** `saldo webhooks test`: one event now, outside the queue. */
export const testWebhook = (outside: Outside, id: string, { json }: Options): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, newId, clock }) => {
    const webhook = (await everyWebhook(documents)).find((each) => each.id === id)
    if (!webhook) throw unknown(id)
    const { channel } = await outside.events()
    const event = { event: newId(), type: 'saldo.test', subject: id, data: {}, at: clock.now() } as const
    const received = await channel.tell(webhook, event)
    if (received.kind !== 'taken') throw new CommandRefused(`${webhook.url} did not take it: ${received.reason}`)
    await outside.terminal.out(json ? `${JSON.stringify({ kind: 'taken', id })}\n` : `${id}: taken\n`)
    return 0
  })

const unknown = (id: string): CommandRefused =>
  new CommandRefused(`there is no webhook ${id}: \`saldo webhooks\` lists them`)

async function countsOf(reading: Reading): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>()
  for await (const { data } of every(reading, outgoingEvents, { index: 'state' })) {
    const before = counts.get(data.webhook) ?? { queued: 0, sent: 0, failed: 0 }
    counts.set(data.webhook, { ...before, [data.state]: before[data.state] + 1 })
  }
  return counts
}

const head = ['webhook', 'url', 'queued', 'sent', 'failed', 'types']
const none: Counts = { queued: 0, sent: 0, failed: 0 }

function rowOf({ id, url, types }: Webhook, counts: ReadonlyMap<string, Counts>): string[] {
  const { queued, sent, failed } = counts.get(id) ?? none
  return [id, url, String(queued), String(sent), String(failed), types.join(' ')]
}

const webhookJson = ({ id, url, types, addedAt }: Webhook, counts?: ReadonlyMap<string, Counts>) => ({
  id,
  url,
  types,
  addedAt,
  ...(counts?.get(id) ?? none),
})
