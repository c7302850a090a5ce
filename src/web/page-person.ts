import type { Role } from '../access/person.ts'
import type { Language } from '../values/language.ts'

/** Somebody the page can speak as. `company` is absent for the partner's own staff. */
export type PagePerson = {
  readonly tenant: string
  readonly objectId: string
  readonly name: string
  readonly mail: string
  readonly company?: string
  readonly roles: readonly Role[]
  readonly language: Language
}
