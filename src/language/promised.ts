import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'
import { readSlots, type SlotsRead } from './slots/read-slots.ts'

type Hearing = { readonly today: Day; readonly language: Language; readonly locale?: string }

/** What makes a sentence of "the fifteenth" or "only three hundred" that looks ahead, as an answer to "by which day will you pay?" does. */
const willPay: Readonly<Record<Language, string>> = {
  en: 'we will pay',
  'pt-PT': 'vamos pagar',
  'pt-BR': 'vamos pagar',
  es: 'vamos a pagar',
}
const bareDay: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) => `the ${day}th`,
  'pt-PT': (day) => `dia ${day}`,
  'pt-BR': (day) => `dia ${day}`,
  es: (day) => `el ${day}`,
}

/** Reads the day that an answer names, and whatever else it states. */
export function readPromisedDay(text: string, hearing: Hearing): Slots {
  const said = read(text, hearing)
  if (said.date) return said
  const bare = /^\W*([0-3]?\d)\W*$/.exec(text)?.[1]
  const day = bare === undefined ? text : bareDay[hearing.language](bare)
  // A comma would end the sentence: "no, on the tenth".
  const { date } = read(`${willPay[hearing.language]} ${day.replace(/[,;:!]+/g, ' ')}`, hearing)
  return bare === undefined ? { ...said, ...(date && { date }) } : date ? { date } : {}
}

/** Reads the amount that an answer names, with or without its currency. */
export function readPromisedAmount(text: string, hearing: Hearing): Slots {
  const said = read(text, hearing)
  if (said.amount) return said
  const [, bare] = /(?:^|\s)(\d{1,9}(?:[.,]\d{1,2})?)(?=\s|[.!]?$)/.exec(text) ?? []
  return bare && !said.date ? { amount: bare.replace(',', '.') } : said
}

/** "Half on Friday and half on the fifteenth": several days that are still to come. */
export function namesSeveralDays(text: string, hearing: Hearing): boolean {
  const days = found(text, hearing).found.flatMap(({ slots: { date } }) => date ?? [])
  return new Set(days.filter((date) => date >= hearing.today)).size > 1
}

const read = (text: string, hearing: Hearing): Slots => found(text, hearing).slots

function found(text: string, { today, language, locale }: Hearing): SlotsRead {
  const plain = composed(text)
  const monthFirst = locale?.toLowerCase() === 'en-us'
  return readSlots({ text: plain, folded: fold(plain), today, language, monthFirst })
}

const paying =
  /\b(?:pay|paying|transfer|send|settle|pagar|pagamos|pagaremos|pago|pagarei|liquidar|transferir|abonar|ingresar)\s+(?:you\s+|os\s+|les\s+)?(?:only\s+|so\s+|apenas\s+|solo\s+)?(\d{2,9}(?:[.,]\d{1,2})?)(?!\s*(?:invoices?|bills?|faturas?|facturas?|contas?|days?|dias?|weeks?|semanas?|licen\w+|[.,]?\d))(?=\s|[.,!]|$)/

/** "We will pay 500 on Friday": a bare figure right after what is done with money. */
export const barePayment = (text: string): string | undefined =>
  paying.exec(fold(composed(text)))?.[1]?.replace(',', '.')

const willPayIt =
  /\b(?:(?:we|i)(?:'ll| will|'re going to| are going to|'m going to)? (?:pay|transfer|settle)|(?:we're|we are|i'm|i am) paying|pag(?:amos|aremos|arei|are)|(?:a gente|eu|nos) (?:paga|pago|vai pagar)|vou pagar|voy a pagar|vamos (?:a )?pagar)\b/

/** "A gente paga na sexta": a statement of the first person, with nothing denied. */
export function saysWillPay(text: string): boolean {
  const folded = fold(composed(text))
  return (
    willPayIt.test(folded) &&
    !/[?¿]|\b(?:not|n't|nao|never|nunca|if|se)\b|(?:n't)\b|\bno (?:vamos|voy|pag)/.test(folded)
  )
}
