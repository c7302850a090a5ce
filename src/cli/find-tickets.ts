import { every } from '../ledger/every.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { type Ticket, ticketOf, ticketSchema, tickets, ticketsOfCustomer } from '../support/ticket.ts'
import type { CustomerId } from '../values/ids.ts'
import { CommandRefused } from './command-refused.ts'
import { findCustomers } from './find-customers.ts'

/** All tickets, or those of the customers that a name means, the newest first. Throws CommandRefused when there is no such customer. */
export async function findTickets(reading: Reading, customer: string | undefined): Promise<readonly Ticket[]> {
  const customers = customer === undefined ? undefined : await findCustomers(reading, customer)
  return ticketsOf(
    reading,
    customers?.map(({ id }) => id),
  )
}

/** All tickets, or those of some customers, the newest first of each. */
export async function ticketsOf(
  reading: Reading,
  customers: readonly CustomerId[] | undefined,
): Promise<readonly Ticket[]> {
  const found: Ticket[] = []
  if (customers) {
    for (const id of customers) found.push(...(await ticketsOfCustomer(reading, id)))
    return found
  }
  const newestFirst = { index: 'openedAt', order: 'descending' } as const
  for await (const { data } of every(reading, tickets, newestFirst)) found.push(recordOf(ticketSchema, data))
  return found
}

/** The ticket of a number. Throws CommandRefused. */
export async function findTicket(reading: Reading, number: string): Promise<Ticket> {
  const ticket = await ticketOf(reading, number.trim().toUpperCase())
  if (ticket) return ticket
  throw new CommandRefused(`there is no ticket ${number}: \`saldo tickets\` lists them all`)
}
