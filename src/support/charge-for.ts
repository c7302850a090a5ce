import type { Offering, Price } from './offering.ts'
import type { TicketKind } from './ticket.ts'

/** What a request of this kind costs the customer by itself. Nothing where support is free of charge, or paid by the month anyway. */
export function chargeFor({ price }: Pick<Offering, 'price'>, kind: TicketKind): Price | undefined {
  if (!price || price.per === 'month') return undefined
  return !price.for || price.for.includes(kind) ? price : undefined
}
