import { amountText, type Money } from '../values/money.ts'
import { hasRightCheckDigits, iban } from './iban.ts'

/** Who is paid, what and for what, in euro. `reference` is an ISO 11649 creditor reference (RF...); `text` is free. At most one of them. */
export type CreditTransfer = {
  readonly name: string
  readonly iban: string
  readonly bic?: string
  readonly amount: Money
  readonly reference?: string
  readonly text?: string
}

/** What a QR code of the EPC may hold: version 13 at error correction M. */
const maxBytes = 331
const most = 99_999_999_999n

/**
 * The content of a QR code that fills in a SEPA credit transfer (EPC069-12, version 002, UTF-8): banking apps read it, the person
 * checks and confirms. Throws RangeError for what the guideline does not allow; nothing is cut off.
 */
export function epcCode({ name, iban: account, bic = '', amount, reference = '', text = '' }: CreditTransfer): string {
  if (amount.currency !== 'EUR') throw new RangeError(`a SEPA transfer is in EUR, not in ${amount.currency}`)
  if (amount.minor < 1n || amount.minor > most) throw new RangeError(`${amountText(amount)} EUR cannot be transferred`)
  if (!/^([A-Z0-9]{8}|[A-Z0-9]{11})?$/.test(bic)) throw new RangeError(`"${bic}" is no BIC`)
  if (reference && text) throw new RangeError('a transfer has a reference or a text, not both')
  const lines = [
    ...['BCD', '002', '1', 'SCT', bic],
    within('name', name, 70),
    iban(account),
    `EUR${amountText(amount)}`,
    '',
    creditorReference(reference),
    text && within('text', text, 140),
  ]
  // Empty lines at the end are left out, as the guideline says.
  const payload = lines.join('\n').replace(/\n+$/, '')
  if (new TextEncoder().encode(payload).length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`)
  return payload
}

/** A line break would begin the next field. */
function within(what: string, text: string, length: number): string {
  if (text.trim() === '' || [...text].length > length || /[\r\n]/.test(text))
    throw new RangeError(`${what}: one line of 1 to ${length} characters`)
  return text
}

/** RF, two check digits as those of an IBAN, and up to 21 letters and digits (ISO 11649). */
function creditorReference(reference: string): string {
  if (!reference) return ''
  const plain = reference.replace(/\s/g, '').toUpperCase()
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(plain) || !hasRightCheckDigits(plain))
    throw new RangeError(`"${reference}" is no creditor reference`)
  return plain
}
