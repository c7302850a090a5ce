import { InvalidArgumentError } from 'commander'
import { type Day, day } from '../values/day.ts'

/** Reads an option that is a day. Anything else is wrong usage. */
export function dayOption(text: string): Day {
  try {
    return day(text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.')
  }
}
