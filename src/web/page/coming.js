import { locales } from './clock.js'
import { words } from './words.js'

/** How much a day's mark says, the gravest first. */
export const gravities = ['grave', 'staff', 'message', 'date']

const gravity = {
  suspension: 'grave',
  'at-risk': 'grave',
  proposal: 'grave',
  person: 'staff',
  payable: 'staff',
  warning: 'message',
  message: 'message',
  notice: 'message',
}
export const gravityOf = ({ kind }) => gravity[kind] ?? 'date'

/** A day without a time zone, as a language writes it. */
export const dayInWords = (day, language, options) =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options }).format(new Date(day))
export const listed = (texts, language) => new Intl.ListFormat(locales[language]).format(texts)
// The amount stays a text: it is written digit by digit, whatever its size.
const amountText = ({ amount, currency }, language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(amount)

/** Something that comes, in a few words, and what it is about. */
export function comingText(item, language) {
  const { notices, items } = words[language].coming
  const isNotice = item.kind === 'notice'
  const day = item.day && dayInWords(item.day, language, { day: 'numeric', month: 'long' })
  const what = isNotice ? notices[item.notice](item.about, day) : items[item.kind]
  const about = isNotice || !item.about ? [] : [item.about]
  const amounts = (item.amounts ?? []).map((each) => amountText(each, language))
  const details = [item.bills ?? about, item.products ?? [], amounts]
    .filter((texts) => texts.length > 0)
    .map((texts) => listed(texts, language))
  return { what, details: details.join(' · ') }
}
