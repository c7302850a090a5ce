import type { IExecuteAction, IShowCardAction } from '@microsoft/teams.cards'
import { isSame } from '../../access/actor.ts'
import type { CaseView } from '../../conversation/desk/case-view.ts'
import { priorities } from '../../support/ticket.ts'
import type { CardWords } from './card-words.ts'
import { clipped } from './clipped.ts'
import { alone, text } from './elements.ts'
import { button, choiceInput, form, textInput } from './form.ts'

/** What the forms of a case are made with: `data` goes along with every click. */
export type FormScene = {
  readonly view: CaseView
  readonly words: CardWords
  readonly data: { readonly ticket: string; readonly once: string }
  /** So many colleagues can be chosen, the first by name. */
  readonly colleagues: number
}

const outcomes = ['resolved', 'waiting-customer', 'waiting-microsoft', 'closed', 'open'] as const
const decisions = ['accepted', 'partly', 'rejected'] as const

export const replyForm = ({ words: { title, word }, data }: FormScene): IShowCardAction =>
  form(
    'reply',
    title('card.do.reply'),
    [textInput('text', title('card.input.reply'), { missing: word('card.missing.text') })],
    [button(title('card.do.send'), 'case.reply', data, 'positive')],
  )

/** What Saldo would answer, to be sent as it is or changed; before somebody has the case, to be read. */
export function suggestionForm(
  { view: { ticket, suggestion }, words: { title, word }, data }: FormScene,
  canReply: boolean,
): IShowCardAction | undefined {
  if (!suggestion) return undefined
  const name = title('card.do.suggestion')
  const label = `${title('card.input.reply')}: ${word(`language.${ticket.language}`)}`
  if (!canReply) return form('suggestion', name, [text(label, { weight: 'Bolder' }), text(suggestion)], [])
  const input = textInput('text', label, { missing: word('card.missing.text'), value: suggestion })
  return form('suggestion', name, [input], [button(title('card.do.send'), 'case.reply', data, 'positive')])
}

export const noteForm = ({ words: { title, word }, data }: FormScene): IShowCardAction =>
  form(
    'note',
    title('card.do.note'),
    [textInput('text', title('card.input.note'), { missing: word('card.missing.text') })],
    [button(title('card.do.keep'), 'case.note', data)],
  )

export function closeForm({ words: { title, word }, data }: FormScene): IShowCardAction {
  const choices = outcomes.map((value) => ({ title: title(`card.outcome.${value}`), value }))
  const outcome = choiceInput('outcome', title('card.input.outcome'), choices, { missing: word('card.missing.choice') })
  return form(
    'close',
    title('card.do.close'),
    [outcome, textInput('text', title('card.input.words'))],
    [button(title('card.do.close'), 'case.close', data)],
  )
}

export const endButton = ({ words: { title }, data }: FormScene): IExecuteAction =>
  button(title('card.do.end'), 'case.end', data)

export const returnButton = ({ words: { title }, data }: FormScene): IExecuteAction =>
  button(title('card.do.return'), 'case.return', data)

/** To a colleague who may take cases, or back to a queue. */
export function transferForm({ view, words, data, colleagues }: FormScene): IShowCardAction {
  const { title, word, known } = words
  const { choices, handoff } = view
  const others = choices.colleagues.filter((one) => !isSame(one, handoff?.owner))
  const isTwice = (name: string) => others.filter((one) => one.name === name).length > 1
  const to = [
    ...choices.queues.map((queue) => ({
      title: `${title('card.queue')}: ${known(`card.queue-name.${queue}`, queue)}`,
      value: `queue:${queue}`,
    })),
    ...others.slice(0, colleagues).map(({ tenant, objectId, name, mail }) => ({
      title: clipped(isTwice(name) ? `${name} (${mail})` : name, 80),
      value: `${tenant}.${objectId}`,
    })),
  ]
  const input = choiceInput('to', title('card.input.to'), to, { missing: word('card.missing.choice') })
  return form(
    'transfer',
    title('card.do.transfer'),
    [input],
    [button(title('card.do.transfer'), 'case.transfer', data)],
  )
}

export function priorityForm({ view: { ticket }, words: { title, word }, data }: FormScene): IShowCardAction {
  const choices = priorities.map((value) => ({ title: title(`priority.${value}`), value }))
  const input = choiceInput('priority', title('label.priority'), choices, {
    missing: word('card.missing.choice'),
    value: ticket.priority,
  })
  return form('priority', title('card.do.prioritise'), [input], [button(title('card.do.keep'), 'case.priority', data)])
}

export function disputeForm({ words: { title, word }, data }: FormScene): IShowCardAction {
  const choices = decisions.map((value) => ({ title: alone(word(`card.dispute.${value}`)), value }))
  const outcome = choiceInput('outcome', title('card.input.decision'), choices, {
    missing: word('card.missing.choice'),
  })
  return form(
    'dispute',
    title('card.do.decide'),
    [outcome, textInput('text', title('card.input.reason'), { missing: word('card.missing.text') })],
    [button(title('card.do.decide'), 'case.dispute', data)],
  )
}

export const problemForm = ({ words: { title }, data }: FormScene): IShowCardAction =>
  form(
    'problem',
    title('card.do.solve-problem'),
    [textInput('text', title('card.input.words'))],
    [button(title('card.do.solve-problem'), 'case.solve-problem', data)],
  )
