import { addDays, type Day, lastOfMonth, weekday } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import type { Slots } from '../question.ts'
import { comingMonth, dayOf, fullYear, latestMonth, monthNumber, monthNumberOf, monthsText } from './calendar.ts'
import { type Lean, leaning } from './leaning.ts'
import { monthName, monthOfName, withoutFalseMonths } from './months.ts'
import { patternsWithNumber, readWhole } from './numbers.ts'
import { blanked, type Found, findAll, type Reading, type SlotGrammar } from './reading.ts'

type Groups = Record<string, string | undefined>

const weekdays = [
  'monday|lunes|segunda-feira|segunda feira',
  'tuesday|tues|martes|terca-feira|terca feira',
  'wednesday|miercoles|quarta-feira|quarta feira',
  'thursday|thurs|jueves|quinta-feira|quinta feira',
  'friday|viernes|sexta-feira|sexta feira',
  'saturday|sabado',
  'sunday|domingo',
]
const weekdayOf = (name: string): number => 1 + weekdays.findIndex((names) => names.split('|').includes(name))
// "segunda" alone is an ordinal as well: only where no noun follows.
const shortPortuguese = ['segunda', 'terca', 'quarta', 'quinta', 'sexta']
const longName = weekdays.join('|')
const every = String.raw`(?<!\b(?:every|each|on all|cada|tod[oa]s?(?: [oa]s?)?|todos los|los|as|ao|aos|nas|nos|an?|um|uma|un)\s)`
const weekdayPattern = new RegExp(
  String.raw`${every}(?<q>\b(?:next|last|this|coming|on|by|until|before|proxim[oa]|est[ea]|nest[ea]|ultim[oa]|pasado|el|ate|hasta|para|antes de|na|no|da|de)\s+(?:(?:el|a|o|proxim[oa]|next|last|this|pasado)\s+)?)?\b(?<name>${longName})\b(?!s)(?<after>\s+(?:que vem|que viene|passad[oa]|pasado|proxim[oa]|last|next))?` +
    String.raw`|(?:\b(?:na|ate a|ate|proxima|esta|nesta|na passada|pra|para)\s+|^\s*)(?<short>${shortPortuguese.join('|')})\b(?<after2>\s+(?:que vem|passada|proxima))?(?!\s+(?:via|fatura|nota|linha|parcela|vez|posicao|licenca|pessoa|metade|quinzena|semana|opcao|conta|prestacao|cobranca|subscricao|assinatura|copia|parte|d[aeo]s?|dess[ae]s?|dest[ae]s?|a mais)\b)`,
  'g',
)
const tomorrow = /\b(?:day after tomorrow|depois de amanha|pasado manana|pasao manana)\b/g
const yesterdayBefore = /\b(?:day before yesterday|anteontem|antes de ontem|anteayer|antier|antes de ayer)\b/g
const plainDays =
  /\b(?<d>today|tonight|hoje(?! em dia)|hoy(?! en dia| por hoy)|tomorrow|amanha|yesterday|ontem|ayer)\b|(?<!\b(?:la|esta|cada|una|por|de la)\s)\b(?<m>manana)\b/g
const ago = patternsWithNumber(
  String.raw`\b(?<n>$n)\s+(?<u>days?|weeks?|dias?|semanas?)\s+(?:ago|back|atras)\b|(?<!\bdesde\s)\b(?:ha|hace|faz)\s+(?<n2>$n)\s+(?<u2>dias?|semanas?)\b(?!\s+que)(?:\s+atras)?`,
)
const ahead = patternsWithNumber(
  String.raw`\b(?:in|daqui a|dentro de|within)\s+(?<n>$n)\s+(?<u>days?|weeks?|dias?|semanas?)\b(?!\s+(?:ut[ei]+i?s|habiles|laborables|net|from))|\b(?:em|en)\s+(?<n2>$n)\s+(?<u2>dias?|semanas?)\b(?!\s+(?:uteis|habiles|laborables))`,
)
const monthEnd = new RegExp(
  String.raw`\b(?:(?:the )?end of|month[- ]end(?: of)?|o? ?fim d[eo]|final(?:es)? d[eo]l?|finais de|(?:el )?fin(?:es)? de|ultimo dia d[eo]|last day of|the last of)\s+(?:(?:o |el |the )?mes de )?(?:(?<m>${monthName})(?:\s+(?:de\s+|of\s+)?(?<y>20\d\d))?|(?<this>(?:(?:the|this|the current)\s+month|(?<=\b(?:by|before|at|until)\s+(?:the\s+)?(?:end of|month[- ]end|last day of)\s+)month|(?:(?:est[ea]|deste|o|el|do|del)\s+)?mes)(?:\s+(?:corrente|en curso|em curso|atual|actual))?)(?<next>\s+(?:que vem|que viene|proximo|seguinte|siguiente))?|(?<next2>(?:next|proximo|do proximo|del proximo)\s+(?:month|mes)))\b|(?<=\b(?:by|before|at|until)\s+)month[- ]end\b`,
  'g',
)
const recurring = String.raw`(?<!\b(?:every|each|cada|todo|todos os|todo o)\s(?:month\son\sthe\s)?(?:dia\s|el\s|o\s)?)`
const dayOnly = new RegExp(
  String.raw`${recurring}\b(?:the\s+(?<it>(?<d>[0-3]?\d)(?:st|nd|rd|th))|(?:dia|el|del)\s+(?<it>(?<d>[0-3]?\d)))\b(?!\s*(?:%|[/.,:]\d|of (?:each|every|the|my|our)|de cada|do mes|de todo|day|item|line|linea|linha|position|row|seat|user|por ciento|quarter|half|one|invoice|month))`,
  'g',
)

function weekdayMeant(groups: Groups, today: Day, lean: Lean): Slots | undefined {
  const name = groups.name ?? `${groups.short}-feira`
  const words = `${groups.q ?? ''}${groups.after ?? ''}${groups.after2 ?? ''}`
  const target = weekdayOf(name)
  const forward = (target - weekday(today) + 7) % 7 || 7
  if (/last|ultim|passad|pasad/.test(words)) return { date: addDays(today, forward === 7 ? -7 : forward - 7) }
  if (/next|coming|proxim|vem|viene|this|est[ea]|by |until|before|ate |hasta|para|antes/.test(words))
    return { date: addDays(today, forward) }
  if (lean === 'behind') return { date: addDays(today, forward - 7) }
  // A day of the week without more is the coming one: "call me on Friday".
  return { date: addDays(today, forward) }
}

function dayOfMonthMeant(date: number, today: Day, lean: Lean): Slots | undefined {
  if (!lean || date < 1 || date > 31) return undefined
  const step = lean === 'ahead' ? 1 : -1
  for (let month = monthNumberOf(today), tries = 0; tries < 3; tries++, month += step) {
    const value = dayOf(month, date)
    if (value && (lean === 'ahead' ? value >= today : value <= today)) return { date: value }
  }
  return undefined
}

function monthEndMeant(groups: Groups, today: Day, lean: Lean): Slots {
  const last = (month: number): Slots => ({ date: lastOfMonth(`${monthsText(month)}-01` as Day) })
  if (!groups.m) return last(monthNumberOf(today) + (groups.next || groups.next2 ? 1 : 0))
  const month = monthOfName(groups.m)
  if (groups.y) return last(monthNumber(fullYear(groups.y), month))
  return last(lean === 'ahead' ? comingMonth(month, today) : latestMonth(month, today))
}

const daysOf = (groups: Groups, language: Language): number =>
  readWhole((groups.n ?? groups.n2)!, language) * (/^(?:week|semana)/.test((groups.u ?? groups.u2)!) ? 7 : 1)
const offsets: Readonly<Record<string, number>> = {
  tomorrow: 1,
  amanha: 1,
  manana: 1,
  yesterday: -1,
  ontem: -1,
  ayer: -1,
}

const startOf = (match: RegExpExecArray): number => match.index + match[0].indexOf(match.groups?.it ?? match[0])

/** Days told from today: "tomorrow", "next Friday", "há 3 dias", "in two weeks", "fim do mês", "dia 15". */
export const relativeDateGrammar: SlotGrammar = (reading: Reading, free) => {
  const { today, language } = reading
  const found: Found[] = []
  let rest = free
  const take = (pattern: RegExp, read: (groups: Groups, lean: Lean) => Slots | undefined) => {
    const more = findAll(pattern, pattern === monthEnd ? withoutFalseMonths(reading, rest) : rest, 'date', (match) =>
      read(match.groups ?? {}, leaning(reading.folded, startOf(match), match.index + match[0].length)),
    )
    found.push(...more)
    rest = blanked(rest, more)
  }
  take(tomorrow, () => ({ date: addDays(today, 2) }))
  take(yesterdayBefore, () => ({ date: addDays(today, -2) }))
  take(plainDays, (it) => ({ date: addDays(today, offsets[(it.d ?? it.m)!] ?? 0) }))
  // "Há dois dias" alone tells how long something lasts.
  take(ago(language), (it, lean) =>
    it.n || lean === 'behind' ? { date: addDays(today, -daysOf(it, language)) } : undefined,
  )
  // "Em 45 dias" is a term of payment as often as a day: only where the sentence looks ahead.
  take(ahead(language), (it, lean) =>
    it.n || lean === 'ahead' ? { date: addDays(today, daysOf(it, language)) } : undefined,
  )
  take(monthEnd, (it, lean) => monthEndMeant(it, today, lean))
  take(weekdayPattern, (it, lean) => weekdayMeant(it, today, lean))
  take(dayOnly, (it, lean) => dayOfMonthMeant(Number(it.d), today, lean))
  return found
}
