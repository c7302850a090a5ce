import type { Customer } from '../ledger/customer.ts'
import type { ObjectId, TenantId } from '../values/ids.ts'
import type { Language } from '../values/language.ts'
import type { customerRoles, partnerRoles } from './person.ts'

/** A person as the door authenticated it: the key and nothing that a text or a card says. */
export type PersonKey = { readonly tenant: TenantId; readonly objectId: ObjectId }

/** Who is asking. Whatever is read or done is authorised against this and nothing else. */
export type Principal =
  /** Of a customer's tenant; somebody Saldo does not know there is an employee. */
  | {
      readonly kind: 'customer'
      readonly key: PersonKey
      readonly customer: Customer
      readonly roles: readonly (typeof customerRoles)[number][]
      readonly language?: Language
      /** As on record, for people to read; decides nothing. */
      readonly name?: string
    }
  /** The partner's own staff. Whose figures they may see depends on the roles, and on the customer they name. */
  | {
      readonly kind: 'partner'
      readonly key: PersonKey
      readonly roles: readonly (typeof partnerRoles)[number][]
      readonly language?: Language
      readonly name?: string
    }
  /** Of a tenant that is no customer: gets the direct-customer answer and nothing else. */
  | { readonly kind: 'stranger'; readonly key: PersonKey }
