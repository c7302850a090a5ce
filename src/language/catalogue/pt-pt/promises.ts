import type { Catalogue } from '../../catalogue.ts'

/** Promises of payment, and what a customer wants of its reminders. */
export const promises: Catalogue = {
  templates: {},
  terms: {},
}
