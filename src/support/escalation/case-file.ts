import type { Instant } from '../../values/day.ts'
import type { CaseKind, EvidenceCode } from '../evidence.ts'
import type { Helpdesk } from '../helpdesk.ts'
import type { Service } from '../service.ts'
import type { Severity } from './severity.ts'

/**
 * What a package is made from. There is no place in it for a cost, a margin or a customer's person; what the free texts say of them is
 * taken out. Every id that is named here is the customer's own: whoever fills it in has read it from that customer's records.
 */
export type CaseFile = {
  /** `T-1042`. */
  readonly ticket: string
  /** `E-1001`. */
  readonly escalation?: string
  readonly kind: CaseKind
  readonly service: Service
  readonly severity: Severity
  readonly contact: Helpdesk['contact']
  readonly customerTenant: string
  readonly subscriptions: readonly string[]
  /** Correlation and request ids of Microsoft, traces and the like: the only other ids that stay. */
  readonly correlations: readonly string[]
  readonly product?: string
  /** Microsoft's invoices with what is contested of them: lines of the reconciliation file, and order or reference ids where they are known. */
  readonly invoices: readonly {
    readonly number: string
    readonly lines: readonly { readonly line: number; readonly reference?: string }[]
  }[]
  readonly summary: string
  readonly timeline: readonly { readonly at: Instant; readonly what: string }[]
  readonly tried: readonly string[]
  readonly evidence: Partial<Readonly<Record<EvidenceCode, string>>>
  /** Redacted; with the person's consent, or empty. */
  readonly transcript: readonly {
    readonly at: Instant
    readonly who: 'customer' | 'partner' | 'assistant'
    readonly text: string
  }[]
  /** Names of the customer's people, and names and domains of other customers, that must not be in it. */
  readonly withheld: { readonly people: readonly string[]; readonly companies: readonly string[] }
}
