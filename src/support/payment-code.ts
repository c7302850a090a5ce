import { z } from 'zod'
import { currency } from '../values/currency.ts'
import { type Money, money } from '../values/money.ts'
import { brCode } from './br-code.ts'
import { epcCode } from './epc-code.ts'

const text = z.string().min(1)

/** Who receives what a QR code pays: the account of a SEPA transfer, or a Pix key. */
export const paymentCodeSchema = z
  .discriminatedUnion('standard', [
    z.strictObject({ standard: z.literal('epc'), name: text, iban: text, bic: text.optional() }),
    z.strictObject({ standard: z.literal('pix'), name: text, key: text, city: text }),
  ])
  // A wrong account is found when the file comes in, not on a customer's statement.
  .superRefine((code, context) => {
    try {
      payload(code, money(1n, currencyOf[code.standard]), 'X')
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.addIssue({ code: 'custom', message: error.message })
    }
  })
export type PaymentCode = z.output<typeof paymentCodeSchema>

const currencyOf = { epc: currency('EUR'), pix: currency('BRL') } as const

/**
 * What the QR code for a bill says: the amount to pay and the bill's number, by which the payment is found again. Nothing when the
 * amount is in another currency than the code can carry, or is more than it can.
 */
export function paymentCode(code: PaymentCode, amount: Money, number: string): string | undefined {
  if (amount.currency !== currencyOf[code.standard] || amount.minor < 1n) return undefined
  try {
    return payload(code, amount, number)
  } catch (error) {
    // The receiver was checked when it came in: what is left is an amount or a number that the standard has no room for.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function payload(code: PaymentCode, amount: Money, number: string): string {
  if (code.standard === 'epc') return epcCode({ ...code, amount, text: number })
  const txid = number.replace(/[^A-Za-z0-9]/g, '')
  return brCode({ ...code, amount, txid: txid === '' || txid.length > 25 ? undefined : txid })
}
