import { type Explained, explainLine } from '../ledger/explain-line.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { exponentOf } from '../values/currency.ts'
import type { Facts, Source } from '../values/fact.ts'
import { roundTo } from '../values/rounding.ts'
import { countFact, decimalFact, moneyFact, priceFact, termFact, textFact } from './facts.ts'
import { computed, ofLine } from './sources.ts'

export const kinds = ['note.rounding', 'note.unit-rounded', 'note.not-reproduced'] as const
export const terms = [
  ...['days', 'months', 'whole'].map((part) => `part.${part}`),
  ...['all', 'cut'].map((digits) => `digits.${digits}`),
  ...['exact', 'A', 'unit', 'B', 'H', 'usage', 'none'].map((rule) => `rounding.${rule}`),
]

// Enough digits behind the currency's own to see which way an amount was rounded; a third has no end.
const digitsShown = 2

const partOf = (line: InvoiceLine): string => {
  if (!line.share || line.share.billed === line.share.of) return 'part.whole'
  return line.chargeType === 'changeBillingPlan' && line.billing === 'annual' ? 'part.months' : 'part.days'
}

/** How a line's amount comes about: price of a whole cycle, what of it is billed, the figure before rounding, and the rounding. */
export function workedFacts(invoice: Invoice, line: InvoiceLine): Facts {
  const explained = explainLine(line)
  const { price, billed, of, exact } = explained
  const share = ofLine(invoice, line, 'share')
  const priceSource = ofLine(invoice, line, line.cyclePrice ? 'cyclePrice' : 'unitPrice')
  const source = computed('price of a whole cycle / days of the cycle x days billed x quantity', [
    priceSource,
    ...(line.share ? [share] : []),
    ofLine(invoice, line, 'quantity'),
  ])
  const shown = roundTo(exact, exponentOf(invoice.currency) + digitsShown, 'down')
  return {
    price: priceFact(price, invoice.currency, priceSource),
    billed: countFact(billed, share),
    of: countFact(of, share),
    quantity: decimalFact(line.quantity, ofLine(invoice, line, 'quantity')),
    part: termFact(partOf(line), share),
    exact: priceFact(shown, invoice.currency, source),
    digits: termFact(shown.eq(exact) ? 'digits.all' : 'digits.cut', source),
    rounding: termFact(roundingOf(explained, invoice), source),
  }
}

/** A price that follows Microsoft's is rounded with it, and not to a whole cent of its own. */
function roundingOf({ kind, rule, unit }: Explained, { currency }: Invoice): string {
  if (kind === 'not-reproduced') return 'rounding.none'
  return rule === 'A' && !roundTo(unit, exponentOf(currency), 'down').eq(unit) ? 'rounding.unit' : `rounding.${rule}`
}

type Worked = { readonly invoice: Invoice; readonly line: InvoiceLine; readonly explained: Explained }

/** How amounts were rounded, a note a rule, and every line that no rule reproduces by itself; nothing for what needed no rounding. */
export function roundingNotes(invoice: Invoice, lines: readonly InvoiceLine[]) {
  const all = [...lines]
    .sort((a, b) => a.number - b.number)
    .map((line): Worked => ({ invoice, line, explained: explainLine(line) }))
  const reproduced = all.filter(({ explained: { kind, rule } }) => kind === 'reproduced' && rule !== 'exact')
  return [
    ...[...Map.groupBy(reproduced, ({ explained }) => roundingOf(explained, invoice))].map(([rounding, those]) => ({
      kind: 'note.rounding',
      facts: {
        count: countFact(those.length, sourceOf(those)),
        lines: textFact(those.map(({ line }) => line.number).join(', '), sourceOf(those)),
        rounding: termFact(rounding, sourceOf(those)),
      },
    })),
    ...reproduced.filter(({ explained }) => explained.rule === 'A' && explained.billed !== explained.of).map(unitNote),
    ...all.flatMap(differenceNote),
  ]
}

/** Where one unit is rounded first, the amount can be checked only with what that comes to. */
function unitNote({ invoice, line, explained }: Worked) {
  const { price, billed, of, quantity, part } = workedFacts(invoice, line)
  const unit = priceFact(explained.unit, invoice.currency, ofLine(invoice, line, 'unitPrice'))
  const number = countFact(line.number, ofLine(invoice, line, 'number'))
  const facts = {
    line: number,
    price,
    billed,
    of,
    quantity,
    part,
    unit,
    net: moneyFact(line.net, ofLine(invoice, line, 'net')),
  }
  return { kind: 'note.unit-rounded', facts: facts as Facts }
}

const sourceOf = (those: readonly Worked[]): Source =>
  computed(
    'first rule that gives the amount on the bill',
    those.map(({ invoice, line }) => ofLine(invoice, line, 'net')),
  )

function differenceNote({ invoice, line, explained }: Worked) {
  if (explained.kind === 'reproduced') return []
  const source = computed('amount on the bill, less what the calculation gives', [
    ofLine(invoice, line, 'net'),
    ofLine(invoice, line, 'unitPrice'),
  ])
  const facts = {
    line: countFact(line.number, ofLine(invoice, line, 'number')),
    net: moneyFact(line.net, ofLine(invoice, line, 'net')),
    worked: moneyFact(explained.rounded, source),
    difference: moneyFact(explained.difference, source),
  }
  return [{ kind: 'note.not-reproduced', facts }]
}
