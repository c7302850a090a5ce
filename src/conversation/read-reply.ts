import { type Asked, aboutOneBill } from '../answers/asked.ts'
import { readAllOfThem } from '../language/all-of-them.ts'
import { readBeside } from '../language/beside.ts'
import { type FollowUp, readFollowUp } from '../language/dialogue.ts'
import { readOtherOne } from '../language/other-one.ts'
import { readRow } from '../language/row-choice.ts'
import type { Language } from '../values/language.ts'
import { comparedAgain } from './compared-in.ts'
import { goesOn } from './goes-on.ts'
import { type Scene, todayOf } from './hearing.ts'
import { besideOf, swapOf } from './same-again.ts'
import type { State } from './state.ts'
import type { Wanted } from './wanted.ts'

type Last = NonNullable<State['last']>

/** A message as a reply to what was said last: one of the options, more of the answer, a row of the list, the bill before, "and October?". */
export function readReply(scene: Scene, text: string, language: Language): Wanted | undefined {
  const { state } = scene
  const reply = followUpOf(scene, text, language)
  // What is to be chosen from comes before what is to be looked at.
  if (reply.kind === 'choose' || reply.kind === 'deny') return replyTo(scene, text, reply)
  return (
    comparedAgain(scene, text, language) ??
    otherOf(state, text) ??
    allOf(state, text) ??
    rowOf(state, text) ??
    besideOf(state, readBeside(text)) ??
    goesOn(scene, text, language) ??
    replyTo(scene, text, reply)
  )
}

/** "Something else" is a no to all that was offered. */
export const chosen = ({ choosing }: State, asked: Asked): Wanted =>
  choosing && asked.intent === 'deny' ? { kind: 'other-words' } : { kind: 'answer', asked }

function followUpOf({ state, locale, ...scene }: Scene, text: string, language: Language): FollowUp {
  const { choosing, offered = [] } = state
  const options = choosing ? offered.map(({ label }) => label) : undefined
  const today = todayOf({ state, locale, ...scene })
  const expects = options ? 'choice' : state.also ? 'confirmation' : undefined
  return readFollowUp(text, { today, language, locale, options, expects })
}

function replyTo(scene: Scene, text: string, reply: FollowUp): Wanted | undefined {
  const { state } = scene
  switch (reply.kind) {
    case 'choose': {
      const option = state.offered?.[reply.index]
      return option && chosen(state, option.asked)
    }
    case 'deny':
      // No to the other question is no wish for other words.
      return state.choosing ? { kind: 'other-words' } : { kind: 'answer', asked: { intent: 'thanks', slots: {} } }
    case 'swap':
      return state.last && swapOf(state.last, reply.slots, text, todayOf(scene))
    // A yes takes the other question of the last message. To several options it says nothing about which: it is understood as any other.
    case 'affirm':
      return state.also && !state.choosing ? { kind: 'answer', asked: state.also } : undefined
    default:
      return undefined
  }
}

/** "The second one" of the bills that were listed; where there is none so far down, the list once more says which there are. */
function rowOf({ last, choosing, offered }: State, text: string): Wanted | undefined {
  const rows = last?.rows
  if (!last || !rows || rows.length < 2) return undefined
  const at = readRow(
    text,
    rows.map(({ from }) => from),
  )
  if (at === undefined) return undefined
  const row = rows[at]
  if (!row) return last.listed && { kind: 'answer', asked: last.listed }
  const option = choosing ? offered?.find(({ asked }) => asked.slots.invoice === row.invoice) : undefined
  return { kind: 'answer', asked: option?.asked ?? ofRow(last, row.invoice) }
}

/** A list that answered a question about one bill is a choice: "the last one", after "when is it due?", is due when? */
function ofRow({ listed }: Last, invoice: string): Asked {
  const intent = listed && aboutOneBill(listed.intent) ? listed.intent : 'invoice.show'
  return { intent, slots: { invoice } }
}

/** "Both of them", where a month has several bills: they are listed. */
function allOf({ last, choosing }: State, text: string): Wanted | undefined {
  const period = last?.rows && last.asked.slots.period
  if (!choosing || !period || !readAllOfThem(text)) return undefined
  return { kind: 'answer', asked: { intent: 'invoice.list', slots: { period } } }
}

/** "I meant the other one": of two bills that were to choose from, the one that is not talked about. */
function otherOf({ last }: State, text: string): Wanted | undefined {
  const rows = last?.rows ?? []
  if (!last?.invoice || rows.length !== 2 || !readOtherOne(text)) return undefined
  const others = rows.filter(({ invoice }) => invoice !== last.invoice)
  return others.length === 1 ? { kind: 'answer', asked: ofRow(last, others[0]!.invoice) } : undefined
}
