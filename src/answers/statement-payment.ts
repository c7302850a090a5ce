import { say } from '../language/say.ts'
import { sayFact, sayTerm } from '../language/say-fact.ts'
import { invoiceState } from '../ledger/account.ts'
import { paymentCode } from '../support/payment-code.ts'
import type { Language } from '../values/language.ts'
import type { Labelled, StatementPayment } from '../values/statement-sheet.ts'
import { textFact } from './facts.ts'
import { openFact } from './invoice-facts.ts'
import { labelFact } from './payment-methods.ts'
import { ofInvoice } from './sources.ts'
import type { Stating } from './statement.ts'

export const kinds = ['statement.payment', 'statement.scan-epc', 'statement.scan-pix'] as const
export const terms = ['statement.paste']

/** How to pay what is open of a bill by scanning: only where the partner configured a code, and only while something is open. */
export function statementPayment(stating: Stating): StatementPayment | undefined {
  const { account, invoice, offering, today, language } = stating
  const state = invoiceState(account, invoice, today)
  const codes = offering.payment.flatMap(({ method, details, countries, qr }, at) => {
    const payload = qr && paymentCode(qr, state.open, invoice.number)
    if (!qr || !payload || (countries && !countries.includes(account.customer.country))) return []
    return [
      {
        method: sayTerm(`payment.${method}`, language),
        rows: detailRows(details, `payment.${at}`, language),
        caption: say({ kind: `statement.scan-${qr.standard}`, facts: {} }, language).lead,
        payload,
        ...(qr.standard === 'pix' && { paste: sayTerm('statement.paste', language) }),
      },
    ]
  })
  if (codes.length === 0) return undefined
  const facts = {
    open: openFact(account, invoice, state),
    reference: textFact(invoice.number, ofInvoice(invoice, 'number')),
  }
  const words = say({ kind: 'statement.payment', facts }, language)
  return {
    title: words.title,
    rows: ['open', 'reference'].map((name) => ({ label: words.labels[name] ?? '', value: words.facts[name] ?? '' })),
    codes,
  }
}

const detailRows = (details: Readonly<Record<string, string>>, setting: string, language: Language): Labelled[] =>
  Object.entries(details).map(([name, value]) => {
    const label = sayFact(labelFact(name, setting).value, language)
    return { label: label.charAt(0).toLocaleUpperCase() + label.slice(1), value }
  })
