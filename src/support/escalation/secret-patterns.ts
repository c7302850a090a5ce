import type { Pattern } from './removed.ts'

// The languages of the customers: people paste what they have, with the words of their own language beside it.
const word =
  'pass(?:word|code|phrase|wd)?|pwd|secret|credentials?|pin|puk|otp|cvv|cvc|senha|palavra[- ]passe|segredo|credenciais|contrase[ñn]a|clave|secreto|credenciales'
const phrase =
  '(?:api|access|account|subscription|shared|storage|private|encryption|recovery|product|licen[cs]e|client|signing)[ _-]?(?:key|secret)|token|(?:verification|security|mfa|one[- ]time|login)[ _-]code|c[óo]digo de (?:verifica\\S+|seguran\\S+|seguridad|acesso|acceso)|chave(?: de acesso| da api| secreta| privada)?'
const named = `(?:${word}|${phrase})`
const be = '(?:is|was|are|é|era|es|são|son|fue|foi)'
const ofWhat = '(?:\\s+(?:for|of|to|on|do|da|de|del|para|no|na|en|em)\\s+\\S{1,60}){0,2}'
// A value ends with its clause; a passphrase has several words.
const value = '[^\\r\\n]+?(?=$|[\\r\\n]|[.,;!?](?:\\s|$)|\\s(?:and|but|so|then|e|mas|y|pero|porque|because)\\s)'
// What is said ABOUT a password, and is none.
const aboutIt =
  '(?:not?|n[ãa]o|wrong|errad[ao]|expired|expirad[ao]|caducad[ao]|(?:in)?correct[ao]?|(?:in)?v[áa]lid[ao]?|rejected|rejeitad[ao]|rechazad[ao]|refused|accepted|aceite|required|being|reset|changed|blocked|bloquead[ao]|known|never|always|still|ainda|sempre|siempre|nunca)(?=[\\s.,;!?]|$)'

const wordPart = /^(?:[A-Z]+\d{0,4}|\d{1,8}|(?:[A-Z]{0,4}[a-z]{2,})+\d{0,4}|[a-z]\d{0,4})$/

/** Letters and digits mixed as no name is: names are words, in capitals or not, with a number at most at their end. */
function looksRandom(match: string): boolean {
  if (!/[A-Za-z]/.test(match)) return false
  return !match
    .replace(/=+$/, '')
    .split(/[-_/+~]/)
    .filter((part) => part !== '')
    .every((part) => wordPart.test(part))
}

/** Keys, tokens, passwords and connection strings, the surest form first. Every repetition is bounded: a text can be made to take for ever otherwise. */
export const secretPatterns: readonly Pattern[] = [
  { what: 'private key', pattern: /-----BEGIN [A-Z0-9 ]*-----[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g },
  {
    what: 'connection string',
    pattern: /(?:\b[a-z][\w ]{0,40}=[^\r\n]{0,300})?\b(?:AccountKey|SharedAccess\w*|Password|Pwd)[^\S\r\n]*=[^\r\n]*/gi,
  },
  { what: 'connection string', pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,100}:[^\s/@]{1,200}@\S*/gi },
  {
    what: 'token',
    pattern: /\b(?:Authorization|Proxy-Authorization|Cookie|Set-Cookie|x-[\w-]*key)["']?\s*:[^\r\n]*/gi,
  },
  { what: 'token', pattern: /\beyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g },
  { what: 'token', pattern: /\bBearer\s+\S{6,}/gi },
  { what: 'token', pattern: /\bBasic\s+(?=\S*[\d=])[A-Za-z0-9+/]{8,}={0,2}/g },
  {
    what: 'token',
    pattern:
      /\b(?:gh[pousr]_\w{16,}|github_pat_\w+|xox[a-z]-[\w-]+|A[KS]IA[0-9A-Z]{12,}|AIza[\w-]{20,}|sk[-_][\w-]{16,}|glpat-[\w-]+|npm_\w{16,}|ssh-[a-z0-9]+\s+\S{20,})/g,
  },
  { what: 'token', pattern: /\S{1,6}Q~\S{16,}/g },
  { what: 'link parameters', pattern: /(?<=\bhttps?:\/\/[^\s?#]{1,300})[?#]\S+/gi },
  { what: 'password', pattern: /<(\w{0,30}(?:password|secret|token|key|senha|clave)\w{0,30})>[^<]{0,500}<\/\1>/gi },
  {
    what: 'password',
    pattern: new RegExp(
      `(?:\\b[\\w-]{0,30})?\\b${named}[\\w-]{0,30}(?:[^\\r\\n:=]{0,40}?)["']?\\s{0,9}(?:[:=]|->)+\\s{0,9}${value}`,
      'giu',
    ),
  },
  {
    what: 'password',
    pattern:
      /[\w-]{0,30}(?:password|passwd|secret|token|api_?key|accesskey)[\w-]{0,30}["']?\s{0,9}[:=]\s{0,9}[^\r\n]+/gi,
  },
  {
    what: 'password',
    pattern: new RegExp(`\\b${named}${ofWhat}\\s+${be}\\s+(?!${aboutIt})${value}`, 'giu'),
  },
  {
    what: 'password',
    pattern: new RegExp(
      `(?<!\\S)\\S{1,200}\\s{1,9}${be}\\s{1,9}(?:my|the|our|his|her|your|a|o|as|os|la|el|las|minha|nossa|mi|su|tu)\\s+${named}(?![\\p{L}])`,
      'giu',
    ),
  },
  { what: 'password', pattern: new RegExp(`(?<![\\p{L}])${named}\\s+(?=\\S*[\\d!@#$%^&*])\\S{3,}`, 'giu') },
  { what: 'product key', pattern: /\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}\b/g },
  { what: 'recovery key', pattern: /\b\d{6}(?:-\d{6}){7}\b/g },
]

/** Last, when what has a form of its own is gone. */
export const unnamedTokens: readonly Pattern[] = [
  { what: 'token', pattern: /[0-9a-f]{32,}/gi },
  { what: 'token', pattern: /[A-Za-z0-9+/_~-]{20,}={0,2}/g, if: looksRandom },
]
