import { z } from 'zod'
import { objectId, tenantId } from '../values/ids.ts'
import { textOf } from '../values/schemas.ts'
import type { PersonKey, Principal } from './principal.ts'

/** Somebody, as a ticket names them. The name is for people to read and decides nothing. */
export const personRefSchema = z.object({
  tenant: textOf(tenantId),
  objectId: textOf(objectId),
  name: z.string().optional(),
})
export type PersonRef = z.output<typeof personRefSchema>

/** Who does something to a ticket: a person with what they may, or Saldo's clock. */
export type Actor = { readonly principal: Principal; readonly name?: string } | 'saldo'

export const isSame = (a: PersonKey | undefined, b: PersonKey | undefined): boolean =>
  a !== undefined && b !== undefined && a.tenant === b.tenant && a.objectId === b.objectId

/** The reference of who acts. */
export const refOf = ({ principal, name }: Exclude<Actor, 'saldo'>): PersonRef => ({ ...principal.key, name })
