import { addDays, type Day, day } from '../../values/day.ts'
import { easterOf } from './sample-holidays.ts'

/** Days by the calendar, and days from Easter Sunday. */
type Closed = { readonly fixed: readonly string[]; readonly easter: readonly number[] }

const countries: Readonly<Record<'ES' | 'GB' | 'IE', Closed>> = {
  ES: {
    fixed: ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'],
    easter: [-2],
  },
  GB: { fixed: ['01-01', '12-25', '12-26'], easter: [-2, 1] },
  IE: { fixed: ['01-01', '03-17', '12-25', '12-26'], easter: [1] },
}

/** The holidays of the European account's other countries, as they are listed in its policy; some that move are left out. */
export function sampleClosedDays(year: string): Record<string, Day[]> {
  const years = [-1, 0, 1].map((ahead) => Number(year) + ahead)
  const daysOf = ({ fixed, easter }: Closed): Day[] =>
    years
      .flatMap((each) => [
        ...fixed.map((monthDay) => day(`${each}-${monthDay}`)),
        ...easter.map((days) => addDays(easterOf(each), days)),
      ])
      .sort()
  return Object.fromEntries(Object.entries(countries).map(([country, closed]) => [country, daysOf(closed)]))
}
