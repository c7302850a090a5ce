/** Reads an IBAN as people write it, with spaces and in any case. Throws RangeError when its check digits are wrong (ISO 13616, mod 97). */
export function iban(text: string): string {
  const plain = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) || !hasRightCheckDigits(plain))
    throw new RangeError(`"${text}" is no IBAN: its check digits do not fit`)
  return plain
}

/** The first four characters go to the end, letters count from A = 10, and the whole is divided by 97 (ISO 7064). */
export function hasRightCheckDigits(plain: string): boolean {
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((character) => Number.parseInt(character, 36))
  return BigInt(digits.join('')) % 97n === 1n
}
