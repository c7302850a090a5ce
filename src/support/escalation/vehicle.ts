import type { partnerRoles } from '../../access/person.ts'
import type { Severity } from './severity.ts'

/** The ways a case can go. The first three need an entitlement, the others none. */
export const vehicles = [
  'premier-support',
  'advanced-support',
  'signature-cloud-support',
  'commercial-support',
  'partner-center-support',
  'indirect-provider',
  'publisher',
  'msrc',
] as const
export type Vehicle = (typeof vehicles)[number]

type PartnerRole = (typeof partnerRoles)[number]

/** Who may file: roles of the partner's staff, and the least privilege that Microsoft asks for. */
export type FiledBy = { readonly roles: readonly PartnerRole[]; readonly leastPrivilege: string }

/** How soon there is a first answer, as configured or documented, and where that is said. */
export type ResponseTimes = { readonly source: string } & Partial<Readonly<Record<Severity, string>>>

/** Where a case goes, in English for the partner's staff. `none`: the partner holds nothing that would take it. */
export type Route =
  | {
      readonly kind: 'vehicle'
      readonly vehicle: Vehicle
      readonly name: string
      readonly filedBy: FiledBy
      readonly where: string
      readonly why: string
      readonly cost: string
      readonly responseTimes?: ResponseTimes
    }
  | { readonly kind: 'none'; readonly why: string; readonly wouldTake: readonly string[] }
