// An IBAN's digits can pass for a card's; so can a stretch of a longer number, such as a boleto's line.
const iban = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b/gi
const digits = /(?<![\p{L}\p{N}][-./]?)\d(?:[ -]?\d){12,18}(?![-./]?\p{N})/gu
/** How card numbers begin (ISO/IEC 7812): Visa, Mastercard, American Express, Diners, Discover, JCB, Maestro, UnionPay, Elo, Hipercard. */
const issuers = /^(?:4|5[0-9]|2[2-7]|3[0-9]|6[0-9])/

/** Whether a message holds the number of a payment card: 13 to 19 digits of an issuer whose check digit is right (Luhn). */
export function holdsCardNumber(text: string): boolean {
  return (text.replace(iban, ' ').match(digits) ?? []).some(isCard)
}

/** A message with dots in the place of card numbers: they are passed on to nobody and kept nowhere. */
export const withoutCardNumbers = (text: string): string =>
  holdsCardNumber(text) ? text.replace(digits, (stretch) => (isCard(stretch) ? '••••' : stretch)) : text

function isCard(stretch: string): boolean {
  const number = stretch.replace(/\D/g, '')
  return issuers.test(number) && isLuhn(number)
}

function isLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) : Number(digit) * 2
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
