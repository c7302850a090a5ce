import type { Catalogue } from '../../catalogue.ts'

/** The collections policy in plain words. */
export const policy: Catalogue = {
  templates: {},
  terms: {},
}
