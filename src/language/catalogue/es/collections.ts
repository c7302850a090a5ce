import type { Catalogue } from '../../catalogue.ts'

/** Reminders and notices, as they are sent. */
export const collections: Catalogue = {
  templates: {},
  terms: {},
}
