import type { CardElementArray, IAdaptiveCard, IExecuteAction, ITable, ITableRow } from '@microsoft/teams.cards'
import type { Answered, Offer } from '../../answers/asking.ts'
import { say } from '../../language/say.ts'
import { sayFact, sayTerm } from '../../language/say-fact.ts'
import type { Words } from '../../language/words.ts'
import type { Answer } from '../../values/answer.ts'
import type { Facts } from '../../values/fact.ts'
import type { Language } from '../../values/language.ts'
import { fact, factSet, section, small } from './case-section.ts'
import { alone, askAction, cell, heading, text } from './elements.ts'
import { statusColor } from './status-color.ts'

/** A card of this size leaves room for everything else in a message of Teams. */
const maxCardBytes = 28 * 1024
/** Teams shows about as many; the others are behind its menu. */
const primaryAtMost = 5
const columns = [{ width: 5 }, { width: 5 }, { width: 4, horizontalCellContentAlignment: 'Right' as const }]
const tight = { size: 'Small', isSubtle: true, spacing: 'None' } as const

export type ReminderShown = { readonly card: IAdaptiveCard; readonly words: Words }

/** The card of a reminder or a notice, and its words: they say the same. */
export function reminderCard({ answer, offers }: Answered, language: Language): ReminderShown {
  const words = say(answer, language)
  const card = (rows: number): IAdaptiveCard => ({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: words.text,
    msteams: { width: 'full' },
    body: [
      heading(words.title),
      ...standing(words, answer, language),
      text(words.lead, { spacing: 'Small' }),
      ...table(words, answer.rows?.slice(0, rows) ?? []),
      ...notesOf(answer, words, language),
    ],
    actions: offers.map((offer, at) => buttonOf(offer, words.next[at]?.label ?? '', at)),
  })
  // What names of bills and a policy's words make too long loses bills of the table, which the text of the card still has.
  const fitting = [answer.rows?.length ?? 0, 6, 3, 0].map(card).find((one) => sizeOf(one) <= maxCardBytes)
  return { card: fitting ?? card(0), words }
}

const sizeOf = (card: IAdaptiveCard): number => Buffer.byteLength(JSON.stringify(card), 'utf8')

/** How much in large, and why it is written about where that is more than a courtesy, which its sentence says. */
function standing({ facts }: Words, { facts: known, notes = [] }: Answer, language: Language): CardElementArray {
  const why = known.why?.value
  if (why?.type !== 'term') return []
  const color = colors[why.term]
  const totals = notes.flatMap(({ kind, facts: { total } }) => (kind === 'note.reminder-total' && total ? [total] : []))
  const sums = facts.total ?? totals.map(({ value }) => sayFact(value, language)).join(' · ')
  return [
    ...(sums ? [text(sums, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'Small' })] : []),
    ...(facts.why && color ? [text(alone(facts.why), { weight: 'Bolder', spacing: 'None', color })] : []),
  ]
}

const colors: Readonly<Record<string, 'Accent' | 'Attention'>> = {
  'reminder.why.due': 'Accent',
  'reminder.why.overdue': 'Attention',
  'reminder.why.last': 'Attention',
}

function table({ rows, labels }: Words, known: readonly Facts[]): CardElementArray {
  if (known.length === 0) return []
  const head = (name: string) => cell([text(labels[name] ?? '', { size: 'Small', weight: 'Bolder', isSubtle: true })])
  const headRow: ITableRow = { type: 'TableRow', cells: [head('invoice'), head('due'), head('amount')] }
  const bills: ITable = {
    type: 'Table',
    columns,
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: [headRow, ...known.map((facts, at) => billRow(rows[at]!, facts))],
  }
  return [bills]
}

function billRow({ cells, text: whole, detail }: Words['rows'][number], facts: Facts): ITableRow {
  const number = cells.invoice ?? ''
  return {
    type: 'TableRow',
    cells: [
      cell([text(number, { color: 'Accent', weight: 'Bolder' }), text(cells.period ?? '', tight)], {
        selectAction: askAction(whole, { intent: 'invoice.show', slots: { invoice: number } }),
      }),
      cell([
        text(cells.due ?? ''),
        text(alone(detail ?? cells.status), { spacing: 'None', color: statusColor(facts) }),
      ]),
      cell([text(cells.amount ?? '', { weight: 'Bolder' })]),
    ],
  }
}

type Note = { readonly kind: string; readonly cells: Readonly<Record<string, string>>; readonly text: string }

/** What is said after the bills, each where it belongs. */
function notesOf({ notes = [] }: Answered['answer'], words: Words, language: Language): CardElementArray {
  const said = notes.map(
    ({ kind, facts }, at): Note => ({ kind, cells: sayFacts(facts, language), text: words.notes[at] ?? '' }),
  )
  const of = (...kinds: readonly RegExp[]) => said.filter(({ kind }) => kinds.some((one) => one.test(kind)))
  const pay = of(/^note\.reminder-pay/, /^payment\./)
  const next = of(/^note\.reminder-next/, /^note\.suspension-notice$/)
  const end = of(/^note\.reminder-(stop|end|from)$/)
  const rest = said.filter((one) => ![...pay, ...next, ...end].includes(one))
  return [
    ...rest.map((one) => text(one.text, one.kind.startsWith('notice.') ? {} : { spacing: 'Small' })),
    ...section(alone(sayTerm('label.pay', language)), payLines(pay)),
    ...section(
      alone(sayTerm('label.next', language)),
      next.map((one) => text(one.text, { spacing: 'Small' })),
    ),
    ...end.map((one, at) => text(one.text, { ...small, separator: at === 0 })),
  ]
}

const sayFacts = (facts: Facts, language: Language) =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, sayFact(value, language)]))

/** A detail of a method is a line of the fact set: what it is called, and what it is. */
function payLines(notes: readonly Note[]): CardElementArray {
  const lines = notes.filter(({ kind }) => kind === 'note.reminder-pay-line')
  const others = notes.filter((one) => !lines.includes(one))
  const facts = lines.flatMap(({ cells }) => fact(`${cells.method}, ${cells.label}`, cells.detail))
  return [...others.map((one) => text(one.text, { spacing: 'Small' })), ...factSet(facts)]
}

function buttonOf({ asked: { intent, slots, act } }: Offer, label: string, at: number): IExecuteAction {
  const about: Record<string, string> = slots.invoice === undefined ? {} : { invoice: slots.invoice }
  const question = { intent, slots: about, ...(act && { act }) }
  return { ...askAction(label, question), ...(at >= primaryAtMost && { mode: 'secondary' as const }) }
}
