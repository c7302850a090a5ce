import { randomUUID } from 'node:crypto'
import { type FactJson, factsJson } from '../../src/cli/fact-json.ts'
import { conversationOf } from '../../src/conversation/conversation.ts'
import { cardOf } from '../../src/teams/cards/card-of.ts'
import { openUnderstander } from '../../src/understanding.ts'
import type { ObjectId, TenantId } from '../../src/values/ids.ts'
import { clock, type FilledLedger } from './filled-ledger.ts'
import type { Spoken } from './questions.ts'

export type Asker = { readonly tenant: string; readonly objectId: string; readonly name?: string }

/** An answer as a person or a script sees it. `seen` is every text of it: words, facts with their sources, and the card. */
export type Heard = {
  readonly kind: string
  readonly language: string
  readonly text: string
  readonly facts: readonly FactJson[]
  readonly seen: string
}

/** Asks the real conversation; each question is a conversation of its own. `heard` is told of every answer. */
export async function talkOver({ documents, folder }: FilledLedger, heard: (asker: Asker, answer: Heard) => void) {
  const understander = await openUnderstander(folder)
  const conversation = conversationOf({ documents, understander, clock, newId: randomUUID })
  return async ({ tenant, objectId, name }: Asker, text: string, language: Spoken): Promise<Heard> => {
    const turn = await conversation.take({
      delivery: { channel: 'oracle', conversation: randomUUID(), activity: '1' },
      person: { tenant: tenant as TenantId, objectId: objectId as ObjectId, ...(name && { name }) },
      what: { kind: 'message', text },
      locale: language,
      at: clock.now(),
    })
    const [reply, ...more] = turn.replies
    if (!reply || more.length > 0) throw new Error(`"${text}" had ${turn.replies.length} answers`)
    const facts = factsJson(reply.answer)
    const seen = [
      reply.words.text,
      ...[reply.words, facts, cardOf(reply)].map((part) => JSON.stringify(part) ?? ''),
    ].join('\n')
    const answer = { kind: reply.answer.kind, language: reply.language, text: reply.words.text, facts, seen }
    heard({ tenant, objectId }, answer)
    return answer
  }
}
