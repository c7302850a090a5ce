import { z } from 'zod'
import { currency } from './currency.ts'
import { type Day, day, type Instant, instant } from './day.ts'
import { type Decimal, decimal, decimalText } from './decimal.ts'
import { type Money, moneyFromJson, moneyJson } from './money.ts'

// How values look in a document, in a file and on the wire, written once. `z.decode(schema, json)` checks and reads,
// `z.encode(schema, value)` writes. A room declares its records with these; their TypeScript types are `z.output`.

/** Turns a constructor of values/ that throws RangeError into a check that zod reports with its path. */
function reading<From, To>(read: (from: From) => To) {
  return (from: From, context: z.core.ParsePayload<From>): To => {
    try {
      return read(from)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.issues.push({ code: 'custom', message: error.message, input: from })
      return z.NEVER
    }
  }
}

/** A text that a constructor of values/ accepts, branded: ids, currency codes. */
export const textOf = <T extends string>(read: (text: string) => T) =>
  z.codec(z.string(), z.custom<T>(), { decode: reading(read), encode: (value) => value as string })

export const daySchema = textOf<Day>(day)
export const instantSchema = textOf<Instant>(instant)
export const currencySchema = textOf(currency)
/** An id that only this process made: no shape to check beyond being a text. */
export const idSchema = <T extends string>() =>
  z.custom<T>((value) => typeof value === 'string' && value !== '', 'expected an id')
export const periodSchema = z.object({ from: daySchema, to: daySchema })
export const decimalSchema = z.codec(
  z.string(),
  z.custom<Decimal>((value) => value instanceof Object && 'toFixed' in value, { abort: true }),
  {
    decode: reading((text: string) => decimal(text)),
    encode: (value: Decimal) => decimalText(value),
  },
)
export const moneySchema = z.codec(
  z.object({ amount: z.string(), currency: z.string() }),
  // Aborts, so that what is no money is never written as such: a union goes on with its next branch.
  z.custom<Money>((value) => value instanceof Object && 'minor' in value, { abort: true }),
  {
    decode: reading(moneyFromJson),
    encode: moneyJson,
  },
)
