import { addDays, type Day, day } from '../../values/day.ts'
import type { SampleAccount } from './sample-customers.ts'

/** The file with an account's holidays, beside the offering that names it. */
export const sampleCalendarName = (account: SampleAccount): string => `holidays-${account}.ics`

type Holiday = readonly [name: string, monthDay: string]
const fixed: Readonly<Record<SampleAccount, readonly Holiday[]>> = {
  pt: [
    ['Ano Novo', '01-01'],
    ['Dia da Liberdade', '04-25'],
    ['Dia do Trabalhador', '05-01'],
    ['Dia de Portugal', '06-10'],
    ['Assunção de Nossa Senhora', '08-15'],
    ['Implantação da República', '10-05'],
    ['Todos os Santos', '11-01'],
    ['Restauração da Independência', '12-01'],
    ['Imaculada Conceição', '12-08'],
    ['Natal', '12-25'],
  ],
  br: [
    ['Confraternização Universal', '01-01'],
    ['Tiradentes', '04-21'],
    ['Dia do Trabalho', '05-01'],
    ['Independência do Brasil', '09-07'],
    ['Nossa Senhora Aparecida', '10-12'],
    ['Finados', '11-02'],
    ['Proclamação da República', '11-15'],
    ['Dia da Consciência Negra', '11-20'],
    ['Natal', '12-25'],
  ],
}
const goodFriday: Readonly<Record<SampleAccount, string>> = { pt: 'Sexta-feira Santa', br: 'Paixão de Cristo' }

/** A country's holidays as a calendar program exports them: those of a fixed day every year, those that go by Easter one by one. */
export function sampleHolidays(account: SampleAccount, year: string): string {
  const events = fixed[account].map(([name, monthDay]) => event(account, name, day(`${year}-${monthDay}`), true))
  for (const ahead of [0, 1, 2]) {
    const easter = easterOf(Number(year) + ahead)
    events.push(event(account, goodFriday[account], addDays(easter, -2)))
    events.push(event(account, 'Corpo de Deus', addDays(easter, 60)))
  }
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Nortada//Holidays ${account}//PT`, 'CALSCALE:GREGORIAN']
  return [...head, ...events.flat(), 'END:VCALENDAR', ''].join('\r\n')
}

const event = (account: string, name: string, on: Day, everyYear = false): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${account}-${on}@nortada.example`,
  `DTSTAMP:${compact(on).slice(0, 4)}0101T000000Z`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
  ...(everyYear ? ['RRULE:FREQ=YEARLY'] : []),
  `SUMMARY:${name}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const compact = (on: Day): string => on.replaceAll('-', '')

/** The Gregorian computus as Meeus, Jones and Butcher wrote it. */
export function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const two = (part: number) => String(part).padStart(2, '0')
  return day(`${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`)
}
