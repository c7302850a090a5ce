import type { Asked } from '../answers/asked.ts'
import { readBeside } from '../language/beside.ts'
import { type FollowUp, readFollowUp } from '../language/dialogue.ts'
import { readRow } from '../language/row-choice.ts'
import type { Language } from '../values/language.ts'
import { comparedAgain } from './compared-in.ts'
import { goesOn } from './goes-on.ts'
import { type Scene, todayOf } from './hearing.ts'
import { besideOf, swapOf } from './same-again.ts'
import type { State } from './state.ts'
import type { Wanted } from './wanted.ts'

/** A message as a reply to what was said last: one of the options, more of the answer, a row of the list, the bill before, "and October?". */
export function readReply(scene: Scene, text: string, language: Language): Wanted | undefined {
  const { state } = scene
  const reply = followUpOf(scene, text, language)
  // What is to be chosen from comes before what is to be looked at.
  if (reply.kind === 'choose' || reply.kind === 'deny') return replyTo(scene, text, reply)
  return (
    comparedAgain(scene, text, language) ??
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
  return readFollowUp(text, { today, language, locale, options, expects: options && 'choice' })
}

function replyTo(scene: Scene, text: string, reply: FollowUp): Wanted | undefined {
  const { state } = scene
  switch (reply.kind) {
    case 'choose': {
      const option = state.offered?.[reply.index]
      return option && chosen(state, option.asked)
    }
    case 'deny':
      return { kind: 'other-words' }
    case 'swap':
      return state.last && swapOf(state.last, reply.slots, text, todayOf(scene))
    // A yes to several options says nothing about which: it is understood as any other message.
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
  return { kind: 'answer', asked: option?.asked ?? { intent: 'invoice.show', slots: { invoice: row.invoice } } }
}
