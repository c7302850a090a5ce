import { createCollection } from '../collection-tables.ts'
import type { Migration } from '../migrate.ts'

const names = [
  'addresses',
  'asked_counts',
  'case_file_contents',
  'case_files',
  'deliveries',
  'escalations',
  'handoffs',
  'helpdesk_channels',
  'helpdesks',
  'lines',
  'problems',
  'service_notices',
  'tickets',
]

/** Tickets, people who take over, cases for Microsoft, and what is sent of Saldo's own accord. */
export const supportDesk: Migration = {
  number: 5,
  name: 'support desk',
  sql: names.map(createCollection).join('\n'),
}
