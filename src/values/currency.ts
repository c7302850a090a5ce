/** An ISO 4217 alphabetic code whose exponent is known. */
export type Currency = string & { readonly __brand: 'Currency' }

// ISO 4217 exponents other than 2 (list one, amendment 177). Everything else that Intl knows has two digits.
const zeroDigits = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '))
const threeDigits = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))
const known = new Set(Intl.supportedValuesOf('currency'))

/** Reads an ISO 4217 code in any case. Throws RangeError for a code that ISO 4217 does not know. */
export function currency(code: string): Currency {
  const upper = code.trim().toUpperCase()
  if (!known.has(upper)) throw new RangeError(`"${code}" is no ISO 4217 currency code`)
  return upper as Currency
}

/** Digits after the decimal point of the currency's minor unit (ISO 4217 exponent). */
export const exponentOf = (code: Currency): number => (zeroDigits.has(code) ? 0 : threeDigits.has(code) ? 3 : 2)
