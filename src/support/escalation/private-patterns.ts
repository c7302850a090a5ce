import type { Pattern } from './removed.ts'

/**
 * Whether neighbouring groups of digits make the number of a payment card: 13 to 19 digits of an issuer with the right check digit (ISO/IEC
 * 7812), or the usual four groups, mistyped or not. Case numbers of Microsoft are as long, and few of them pass.
 */
function holdsCard(match: string): boolean {
  if (/\b\d{4}([ -])\d{4}\1\d{4}\1\d{4}\b/.test(match)) return true
  const groups = match.split(/[ -]/)
  return groups.some((_, from) => groups.some((_, to) => to >= from && isCard(groups.slice(from, to + 1).join(''))))
}

function isCard(digits: string): boolean {
  if (!/^[3-6]\d{12,18}$|^2[2-7]\d{14}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) : Number(digit) * 2
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** What identifies a person, a company or an account by its form. */
export const privatePatterns: readonly Pattern[] = [
  { what: 'mail address', pattern: /[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,255}/gu },
  { what: 'domain', pattern: /[\w-]{1,63}(?:\.mail)?\.onmicrosoft\.(?:com|us|de|cn)\b/gi },
  { what: 'card number', pattern: /(?<!\p{N})\d(?:[ -]?\d){12,40}(?!\p{N})/gu, if: holdsCard },
  { what: 'account number', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g },
  {
    what: 'tax number',
    pattern: /(?<!\p{N})(?:\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2})(?!\p{N})/gu,
  },
  {
    what: 'tax number',
    pattern: /\b(?:nif|nipc|cif|nie|cnpj|cpf|vat|contribuinte)[\s.:#º°-]{0,3}[a-z]{0,2}\d[\d ./-]{6,16}\w?/giu,
  },
  { what: 'phone number', pattern: /(?<![\p{L}\p{N}])(?:\+|00)\d[\d ()./-]{6,20}\d/gu },
  { what: 'phone number', pattern: /(?<![\p{L}\p{N}])\(?\d{2,3}\)?[ -]?\d{4,5}-\d{4}(?!\p{N})/gu },
  {
    what: 'phone number',
    pattern: /(?<![\p{L}\p{N}.,/-])(?:[269]\d{2} ?\d{3} ?\d{3}|0\d{2,4} ?\d{3,4} ?\d{3,4})(?![\p{N}-])/gu,
  },
  { what: 'number of another document', pattern: /\b[A-Z]{2,5}-20\d{2}-\d{3,}\b|\b[TE]-\d{4,}\b|\b[DGE]\d{9,}\b/g },
]
