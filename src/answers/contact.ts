import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import { localeOf } from '../values/language.ts'
import { type Opening, openingAt } from '../values/opening.ts'
import type { Asking } from './asking.ts'
import { instantFact, termFact, textFact } from './facts.ts'
import { clockSource, computed, configured } from './sources.ts'

type Notes = NonNullable<Answer['notes']>

export const kinds = [
  'note.contact',
  'note.contact-phone',
  'note.portal',
  'note.hours',
  'note.open',
  'note.open-now',
  'note.closed-now',
  'note.closed',
] as const
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const terms = [...weekdays.map((name) => `weekday.${name}`), 'span.one', 'span.many']

export type Reachable = Pick<Asking, 'offering' | 'now' | 'language'>

/** How to reach a person, and when: said wherever Saldo cannot help by itself. Nothing without an offering, never a guess. */
export function contactNotes({ offering, now, language }: Reachable): Notes {
  if (!offering) return []
  const { mail, phone, portal } = offering.contact
  const contact = {
    partner: textFact(offering.name, configured('name')),
    mail: textFact(mail, configured('contact.mail')),
  }
  return [
    phone
      ? { kind: 'note.contact-phone', facts: { ...contact, phone: textFact(phone, configured('contact.phone')) } }
      : { kind: 'note.contact', facts: contact },
    ...(portal ? [{ kind: 'note.portal', facts: { portal: textFact(portal, configured('contact.portal')) } }] : []),
    ...hoursRows(offering, { language, now }).map((facts) => ({ kind: 'note.hours', facts })),
    openingNote(openingAt(offering, now), offering.timeZone),
  ]
}

type Offering = NonNullable<Asking['offering']>

/** The week in as few rows as it takes: days in a row with the same hours are one. */
export function hoursRows(
  { hours, timeZone }: Pick<Offering, 'hours' | 'timeZone'>,
  at: Pick<Asking, 'language' | 'now'>,
  from = { hours: configured('hours'), zone: configured('timeZone') },
): Facts[] {
  const days = weekdays.map((_, at) =>
    hours
      .filter(({ weekday }) => weekday === at + 1)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to }) => `${from}–${to}`)
      .join(', '),
  )
  const spans: { first: number; last: number; times: string }[] = []
  days.forEach((times, at) => {
    const before = spans.at(-1)
    if (before && before.last === at - 1 && before.times === times) before.last = at
    else if (times) spans.push({ first: at, last: at, times })
  })
  const source = from.hours
  return spans.map(({ first, last, times }) => ({
    first: termFact(`weekday.${weekdays[first]}`, source),
    last: termFact(`weekday.${weekdays[last]}`, source),
    span: termFact(first === last ? 'span.one' : 'span.many', source),
    times: textFact(times, source),
    zone: textFact(zoneName(timeZone, at), from.zone),
  }))
}

/** `America/Sao_Paulo` as people call it: `Hora de Brasília`. */
function zoneName(timeZone: string, { language, now }: Pick<Asking, 'language' | 'now'>): string {
  const format = new Intl.DateTimeFormat(localeOf[language], { timeZone, timeZoneName: 'longGeneric' })
  return format.formatToParts(Date.parse(now)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

function openingNote(opening: Opening, timeZone: string): Notes[number] {
  const source = computed('support hours and holidays at this moment', [
    configured('hours'),
    configured('holidays'),
    clockSource,
  ])
  if (opening.kind === 'open')
    return opening.until
      ? { kind: 'note.open-now', facts: { until: instantFact(opening.until, timeZone, source) } }
      : { kind: 'note.open', facts: {} }
  return opening.opens
    ? { kind: 'note.closed-now', facts: { opens: instantFact(opening.opens, timeZone, source) } }
    : { kind: 'note.closed', facts: {} }
}
