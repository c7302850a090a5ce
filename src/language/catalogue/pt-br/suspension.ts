import type { Catalogue } from '../../catalogue.ts'

/** Suspensions: what the customer is told, and what the helpdesk sees. */
export const suspension: Catalogue = {
  templates: {},
  terms: {},
}
