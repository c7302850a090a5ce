import type { Account } from '../ledger/account.ts'
import type { ImportRecord } from '../ledger/import-record.ts'
import type { Answer } from '../values/answer.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { countFact, instantFact, termFact, textFact } from './facts.ts'
import type { Found } from './find-lines.ts'
import { lineFacts } from './line-facts.ts'
import { latestInvoice, showInvoice, showLines } from './offers.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice, ofLine } from './sources.ts'

export const kinds = ['provenance', 'provenance.none', 'note.behind', 'note.lines-left'] as const
export const terms = ['file', 'time', 'none'].map((imported) => `imported.${imported}`)

type Address = Extract<Source, { type: 'record' }>

const linesAtMost = 50
const figuresAtMost = 12
const offersAtMost = 3

const addressesOf = (source: Source): readonly Address[] =>
  source.type === 'computed' ? source.from.flatMap(addressesOf) : source.type === 'record' ? [source] : []

/** What an answer says and what it notes: its figures, not the labels of its buttons. */
const factsOf = ({ facts, rows = [], notes = [] }: Answer): readonly (readonly [string, Fact])[] =>
  [facts, ...rows, ...notes.map((note) => note.facts)].flatMap((all) => Object.entries(all))

const figuresOf = (answer: Answer) => factsOf(answer).filter(([, { value }]) => value.type === 'money')

/** The lines behind one source: the line that it names, or all lines of the bill that it names as a whole. */
function linesBehind(account: Account, source: Source): readonly Found[] {
  const seen = new Map<string, Found>()
  for (const { record, id, line: number } of addressesOf(source)) {
    const invoice = record === 'invoices' ? account.invoices.find((one) => one.id === id) : undefined
    for (const line of invoice?.lines ?? [])
      if (invoice && (number === undefined || line.number === number))
        seen.set(`${id}|${line.number}`, { invoice, line })
  }
  return [...seen.values()]
}

/** The lines behind all figures of an answer, newest bill first. */
const linesOfAnswer = (account: Account, answer: Answer): readonly Found[] => {
  const from = figuresOf(answer).map(([, { source }]) => source)
  const order = new Map(account.invoices.map(({ id }, at) => [id, at]))
  return [...linesBehind(account, computed('all figures', from))].sort(
    (a, b) => (order.get(a.invoice.id) ?? 0) - (order.get(b.invoice.id) ?? 0) || a.line.number - b.line.number,
  )
}

/** The imports that the lines behind an answer came in with; a line that was made from charges names theirs. */
export const importsBehind = ({ account }: BillingAsking, { answer }: Answered): ReadonlySet<string> =>
  new Set(
    linesOfAnswer(account, answer)
      .slice(0, linesAtMost)
      .flatMap(({ invoice, line }) => importOf(invoice, line) ?? []),
  )

const importOf = (invoice: Found['invoice'], line: Found['line']): string | undefined =>
  line.charges[0]?.import ?? (invoice.origin.type === 'import' ? invoice.origin.import : undefined)

const hasLines = ({ invoices }: Account, answer: Answer): boolean =>
  figuresOf(answer).some(([, { source }]) =>
    addressesOf(source).some(({ record, id }) => record === 'invoices' && invoices.some((one) => one.id === id)),
  )

/** Offers the lines behind it wherever an answer has figures of bills; it takes the last place that there is. */
export function offerLines(asking: BillingAsking, answered: Answered): Answered {
  const { answer, offers, choosing } = answered
  if (choosing || !hasLines(asking.account, answer)) return answered
  const all = [...offers.slice(0, offersAtMost - 1), showLines(asking)]
  return { ...answered, answer: { ...answer, next: all.map(({ step }) => step) }, offers: all }
}

/**
 * The lines behind the figures of an answer: which bill and line, what it is, and when the file came in that it was made from. The
 * file's name is for the partner's staff.
 */
export function showLinesOf(
  asking: BillingAsking,
  answered: Answered,
  imports: ReadonlyMap<string, ImportRecord>,
): Answered {
  const { account } = asking
  const found = linesOfAnswer(account, answered.answer)
  const offers = answered.offers.filter(({ step }) => step.kind !== 'next.lines').slice(0, 2)
  const [first] = found
  if (!first) return reply('provenance.none', {}, { offers: offers.length ? offers : [latestInvoice] })
  const shown = found.slice(0, linesAtMost)
  const source = computed(
    'lines behind the figures',
    found.map(({ invoice, line }) => ofLine(invoice, line, 'net')),
  )
  const left = found.length - shown.length
  return reply(
    'provenance',
    { count: countFact(found.length, source) },
    {
      rows: shown.map((one) => ({ ...rowOf(one), ...importedFacts(asking, one, imports) })),
      notes: [
        ...(left > 0 ? [{ kind: 'note.lines-left', facts: { more: countFact(left, source) } }] : []),
        ...figureNotes(account, answered.answer),
      ],
      offers: offers.length ? offers : [showInvoice(first.invoice), latestInvoice],
    },
  )
}

const rowOf = ({ invoice, line }: Found): Facts => ({
  invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
  ...lineFacts(invoice, line),
})

function importedFacts(
  { account, principal }: BillingAsking,
  { invoice, line }: Found,
  imports: ReadonlyMap<string, ImportRecord>,
): Facts {
  const record = imports.get(importOf(invoice, line) ?? '')
  const field = (name: keyof ImportRecord): Source =>
    record ? { type: 'record', record: 'imports', id: record.id, field: name } : ofLine(invoice, line, 'charges')
  if (!record) return { imported: termFact('imported.none', field('at')) }
  const at = instantFact(record.at, account.customer.timeZone, field('at'))
  return principal.kind === 'partner'
    ? { imported: termFact('imported.file', field('file')), at, file: textFact(record.file, field('file')) }
    : { imported: termFact('imported.time', field('at')), at }
}

/** Which lines each figure is made of; the same figure of the same lines once. */
function figureNotes(account: Account, answer: Answer): NonNullable<Answer['notes']> {
  const seen = new Map<string, NonNullable<Answer['notes']>[number]>()
  for (const [, figure] of figuresOf(answer)) {
    const found = linesBehind(account, figure.source)
    if (!found.length || figure.value.type !== 'money') continue
    const bills = [...Map.groupBy(found, ({ invoice }) => invoice.number)]
    const text = bills.map(([bill, lines]) => `${bill}: ${numbersOf(lines)}`).join('; ')
    const lines = textFact(text, computed('lines that the figure is made of', addressesOf(figure.source)))
    const { minor, currency } = figure.value.money
    if (minor !== 0n) seen.set(`${minor} ${currency} ${text}`, { kind: 'note.behind', facts: { figure, lines } })
  }
  return [...seen.values()].slice(0, figuresAtMost)
}

const numbersOf = (found: readonly Found[]): string =>
  found
    .map(({ line }) => line.number)
    .sort((a, b) => a - b)
    .join(', ')
