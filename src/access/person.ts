import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import { type CustomerId, objectId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { idSchema, textOf } from '../values/schemas.ts'

export const customerRoles = ['billing-contact', 'employee'] as const
export const partnerRoles = [
  'helpdesk-agent',
  'billing-admin',
  'sales-agent',
  'user-management-admin',
  'admin-agent',
] as const
export const roleSchema = z.enum([...customerRoles, ...partnerRoles])
export type Role = z.output<typeof roleSchema>

/** Somebody Saldo knows. The key is (tenant, objectId) and nothing else: names and mail addresses are for people to read. */
export const personSchema = z.object({
  tenant: textOf(tenantId),
  objectId: textOf(objectId),
  name: z.string().min(1),
  mail: z.string().min(3),
  /** Absent for the partner's own staff. */
  customer: idSchema<CustomerId>().optional(),
  roles: z.array(roleSchema).min(1),
  language: z.enum(languages).optional(),
})
export type Person = z.output<typeof personSchema>

export const people: Collection<z.input<typeof personSchema>> = {
  name: 'people',
  indexes: {
    customer: (data) => data.customer,
    mail: (data) => data.mail.toLowerCase(),
    role: (data) => data.roles,
    tenant: (data) => data.tenant,
  },
  partition: (data) => data.tenant,
}

export const personKey = (tenant: string, object: string): string => `${tenant}.${object}`
