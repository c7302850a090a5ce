import type { Calls, Got, Script } from './scripted-bot.ts'

const channel = '19:helpdesk@thread.tacv2'
const cardType = 'application/vnd.microsoft.card.adaptive'

type Case = {
  readonly thread: string
  readonly card: string
  readonly customer: string
  readonly name: string
  owner?: string
  /** Ids of what was carried over, by the id it had. */
  readonly carried: Map<string, { conversation: string; id: string }>
}

const field = (title: string, value: string) => ({ title, value })

function caseCard({ name, owner }: { name: string; owner?: string }): object {
  const claim = { type: 'Action.Execute', title: 'Take the case', verb: 'claim', data: { case: 'T-1042' } }
  const reply = { type: 'Action.Execute', title: 'Send to the customer', verb: 'reply', data: { case: 'T-1042' } }
  const urgency = [
    { title: 'Normal', value: 'normal' },
    { title: 'Urgent', value: 'urgent' },
  ]
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: `T-1042 · ${name}`, weight: 'bolder', size: 'medium', wrap: true },
      { type: 'TextBlock', text: owner ? `${owner} has taken it` : 'Nobody has taken it yet', isSubtle: true },
      {
        type: 'FactSet',
        facts: [field('Customer', 'Ferragens Aurora, Lda'), field('Wants', 'A person'), field('Open', '€136.71')],
      },
      { type: 'Input.Text', id: 'words', label: 'Suggested reply', isMultiline: true, value: 'We are looking at it.' },
      { type: 'Input.ChoiceSet', id: 'urgency', label: 'Urgency', value: 'normal', choices: urgency },
    ],
    actions: owner ? [reply] : [claim],
  }
}

const message = (card: object) => ({ type: 'message', attachments: [{ contentType: cardType, content: card }] })
const said = (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value })

/** A bot that hands a customer over to whoever takes the case, and carries words both ways: as little as that takes. */
export function handoffScript(): Script {
  const cases: Case[] = []
  const post = async ({ connector }: Calls, conversation: string, text: string) =>
    (await connector('POST', `/${encodeURIComponent(conversation)}/activities`, { type: 'message', text })).body.id!

  async function handOver(got: Got, calls: Calls): Promise<undefined> {
    const { name } = got.from
    await post(calls, got.conversation.id, 'I have asked a colleague to join. You will read the answer here.')
    const { body } = await calls.connector('POST', '', {
      isGroup: true,
      bot: { id: '28:saldo' },
      channelData: { channel: { id: channel } },
      activity: message(caseCard({ name })),
    })
    const [thread, card] = [body.id!, body.activityId!]
    cases.push({ thread, card, customer: got.conversation.id, name, carried: new Map() })
  }

  async function press(got: Got, found: Case, calls: Calls): Promise<object> {
    const { verb, data } = got.value!.action
    if (verb === 'reply') {
      await post(calls, found.customer, `${got.from.name}: ${data.words}`)
      return said(`Sent (${data.urgency}).`)
    }
    if (found.owner) return said(`${found.owner} has taken this case already.`)
    found.owner = got.from.name
    const path = `/${encodeURIComponent(found.thread)}/activities/${found.card}`
    await calls.connector('PUT', path, message(caseCard(found)))
    await post(calls, found.customer, `${found.owner} is here now.`)
    return said('The case is yours.')
  }

  async function carry(got: Got, found: Case, calls: Calls): Promise<undefined> {
    const toCustomer = got.conversation.id !== found.customer
    const text = `${got.from.name}: ${got.text ?? ''}`
    const carried = found.carried.get(got.id)
    // What an agent asks the bot is none of the customer's business.
    if ((got.entities as object[] | undefined)?.length)
      return void (await post(calls, found.thread, 'Open: €136.71, due on 30 November.'))
    if (got.type === 'message') {
      const conversation = toCustomer ? found.customer : found.thread
      found.carried.set(got.id, { conversation, id: await post(calls, conversation, text) })
    } else if (carried) {
      const path = `/${encodeURIComponent(carried.conversation)}/activities/${carried.id}`
      if (got.type === 'messageUpdate') await calls.connector('PUT', path, { type: 'message', text })
      if (got.type === 'messageDelete') await calls.connector('DELETE', path)
    }
  }

  return async (got, calls) => {
    const { id } = got.conversation
    const found = cases.find(({ thread, customer }) => id === thread || id === customer)
    if (!found) return got.type === 'message' && !id.startsWith('19:') ? handOver(got, calls) : undefined
    if (got.type === 'invoke') return press(got, found, calls)
    return carry(got, found, calls)
  }
}
