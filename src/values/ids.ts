type Id<Name extends string> = string & { readonly __brand: Name }

/** An Entra tenant id, lower-case GUID. */
export type TenantId = Id<'TenantId'>
/** A person's object id in an Entra tenant, lower-case GUID. Unique only together with its tenant. */
export type ObjectId = Id<'ObjectId'>
/** The tenant id of one of the partner's Partner Center accounts. Part of every key. */
export type PartnerId = Id<'PartnerId'>
/** `<partner tenant>.<customer tenant>`: a customer as one Partner Center account knows it. The isolation key. */
export type CustomerId = Id<'CustomerId'>
export type SubscriptionId = Id<'SubscriptionId'>
/** A customer bill's id, stable and never shown; people see its number. */
export type InvoiceId = Id<'InvoiceId'>
export type PaymentId = Id<'PaymentId'>
export type DisputeId = Id<'DisputeId'>
export type ImportId = Id<'ImportId'>

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads a GUID in any case. Throws RangeError. */
function guidOf(text: string, what: string): string {
  const lower = text.trim().toLowerCase()
  if (!guid.test(lower)) throw new RangeError(`"${text}" is no ${what}: expected a GUID`)
  return lower
}

export const tenantId = (text: string): TenantId => guidOf(text, 'tenant id') as TenantId
export const objectId = (text: string): ObjectId => guidOf(text, 'object id') as ObjectId
export const partnerId = (text: string): PartnerId => guidOf(text, 'Partner Center tenant id') as PartnerId
export const customerId = (partner: PartnerId, tenant: TenantId): CustomerId => `${partner}.${tenant}` as CustomerId
