import { deleteHold } from './delete-hold.ts'
import type { Endpoint } from './endpoint.ts'
import { listCustomers } from './list-customers.ts'
import { listDecisions } from './list-decisions.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listHolds } from './list-holds.ts'
import { listPromises } from './list-promises.ts'
import { listSuspensions } from './list-suspensions.ts'
import { listTickets } from './list-tickets.ts'
import { postHold } from './post-hold.ts'
import { postInvoices } from './post-invoices.ts'
import { postPayments } from './post-payments.ts'
import { postReminders } from './post-reminders.ts'
import { readBalance } from './read-balance.ts'
import { readTicket } from './read-ticket.ts'

/** All that the API does, each declared once. */
export const endpoints: readonly Endpoint[] = [
  postPayments,
  postInvoices,
  postReminders,
  listDecisions,
  listDeliveries,
  listTickets,
  readTicket,
  listHolds,
  postHold,
  deleteHold,
  listPromises,
  listSuspensions,
  listCustomers,
  readBalance,
]
