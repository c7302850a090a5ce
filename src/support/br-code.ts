import { amountText, type Money } from '../values/money.ts'

/** A static Pix charge: who is paid, what, and what the payment is recognised by. */
export type PixCharge = {
  /** The receiver's Pix key: CPF, CNPJ, mail address, +55 phone, or the random one. */
  readonly key: string
  readonly name: string
  readonly city: string
  /** Whatever the payer enters when left out. */
  readonly amount?: Money
  /** Up to 25 letters and digits; `***` says that there is none. */
  readonly txid?: string
}

/**
 * The content of a static Pix QR code, which is also what "Pix copia e cola" takes (Banco Central do Brasil, Manual do BR Code and
 * Manual de Padrões para Iniciação do Pix; EMV QRCPS merchant-presented mode). Throws RangeError for what does not fit.
 */
export function brCode({ key, name, city, amount, txid = '***' }: PixCharge): string {
  if (amount && amount.currency !== 'BRL') throw new RangeError(`Pix is in BRL, not in ${amount.currency}`)
  if (amount && amount.minor < 1n) throw new RangeError(`${amountText(amount)} BRL cannot be paid`)
  if (!/^(\*\*\*|[A-Za-z0-9]{1,25})$/.test(txid)) throw new RangeError(`"${txid}" is no txid`)
  const payload = [
    field('00', '01'),
    field('26', field('00', 'br.gov.bcb.pix') + field('01', within('key', key, 77))),
    field('52', '0000'),
    field('53', '986'),
    amount ? field('54', within('amount', amountText(amount), 13)) : '',
    field('58', 'BR'),
    field('59', within('name', plain(name), 25)),
    field('60', within('city', plain(city), 15)),
    field('62', field('05', txid)),
    '6304',
  ].join('')
  return payload + crc16(payload)
}

/** The tag, the length in two digits, the value. */
const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`

/** Banking apps differ in how they read accents: names go without. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

function within(what: string, text: string, length: number): string {
  if (!new RegExp(`^[ -~]{1,${length}}$`).test(text))
    throw new RangeError(`${what}: 1 to ${length} letters, digits and signs`)
  return text
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF (ISO/IEC 13239). */
function crc16(text: string): string {
  let crc = 0xffff
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
