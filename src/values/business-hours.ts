import { z } from 'zod'

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** An IANA time zone. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'Write an IANA time zone such as Europe/Lisbon')

const timeOfDay = (pattern: RegExp, most: string) => z.string().regex(pattern, `Write a time from 00:00 to ${most}`)

/** When somebody answers, week by week. Several frames a day are allowed, and may overlap. `weekday` 1 is Monday, 7 Sunday. */
export const hoursSchema = z.array(
  z
    .strictObject({
      weekday: z.int().min(1).max(7),
      /** `HH:MM` in the partner's time zone. */
      from: timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/, '23:59'),
      /** `24:00` is midnight at the end of the day. */
      to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '24:00'),
    })
    .refine(({ from, to }) => from < to, {
      path: ['to'],
      message: 'Let the frame end after it begins: one that passes midnight is two, until 24:00 and from 00:00',
    }),
)
