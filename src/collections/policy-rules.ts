import type { z } from 'zod'
import type { Override, Policy } from './policy.ts'
import { type Collecting, collectingFaults, type PolicyFault, repeated } from './stage-rules.ts'

type Check = {
  /** Fields that are looked at: where one of them is wrong by itself, nothing is said of how it fits the others. */
  readonly needs: readonly (keyof Policy)[]
  find(policy: Policy): Iterable<PolicyFault>
}

const collecting = ['stages', 'promises', 'suspension', 'minimum'] as const

const checks: readonly Check[] = [
  { needs: collecting, find: (policy) => collectingFaults(policy, (field) => [field]) },
  { needs: ['overrides'], find: overrideFaults },
  { needs: ['overrides', ...collecting], find: mergedFaults },
  { needs: ['exemptions', 'effective'], find: exemptionFaults },
  { needs: ['payables'], find: payablesFaults },
]

/**
 * What the fields of a policy have to do with each other: each fault with its place and what to do. Runs beside faults of single
 * fields, so that a person is told all of them at once.
 */
export function checkPolicy(policy: Policy, context: z.RefinementCtx<Policy>): void {
  if (typeof policy !== 'object' || policy === null) return
  const wrong = new Set(context.issues.map(({ path }) => path?.[0]))
  const said = new Set<string>()
  for (const { needs, find } of checks) {
    if (needs.some((field) => wrong.has(field))) continue
    for (const { path, message } of find(policy)) {
      const key = `${path.join('.')} ${message}`
      if (!said.has(key)) context.addIssue({ code: 'custom', path: [...path], message })
      said.add(key)
    }
  }
}

function* overrideFaults({ overrides }: Policy): Generator<PolicyFault> {
  for (const { at } of repeated(overrides.map(({ name }) => name)))
    yield { path: ['overrides', at, 'name'], message: 'Give each override a name of its own' }
  const seen = new Map<string, string>()
  for (const [at, { name, customers, ...instead }] of overrides.entries()) {
    if (Object.values(instead).every((value) => value === undefined))
      yield { path: ['overrides', at], message: 'Say what these customers get instead, or take the override out' }
    for (const [place, customer] of customers.entries()) {
      const before = seen.get(customer)
      const message = `Name the customer once: it is in "${before}" already`
      if (before !== undefined) yield { path: ['overrides', at, 'customers', place], message }
      seen.set(customer, name)
    }
  }
}

/** What an override says has to fit what it leaves as it is. */
function* mergedFaults(policy: Policy): Generator<PolicyFault> {
  for (const [at, override] of policy.overrides.entries()) {
    if (!collecting.some((field) => override[field] !== undefined)) continue
    const merged: Collecting = { ...policy, ...saidOf(override) }
    const pathOf = (field: keyof Collecting) =>
      override[field] === undefined ? [field] : (['overrides', at, field] as const)
    for (const fault of collectingFaults(merged, pathOf)) {
      // What was right before does not fit any more: the override is where it is to be mended.
      const isBase = fault.path[0] !== 'overrides'
      if (!isBase) yield fault
      else if (!hasFault(policy, fault)) {
        const message = `${fault.message}: ${fault.path.join('.')} still holds for these customers`
        yield { path: ['overrides', at, override.stages ? 'stages' : 'name'], message }
      }
    }
  }
}

const hasFault = (policy: Policy, { path, message }: PolicyFault): boolean =>
  [...collectingFaults(policy, (field) => [field])].some(
    (fault) => fault.message === message && fault.path.join() === path.join(),
  )

const saidOf = (override: Override) =>
  Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined))

function* exemptionFaults({ exemptions, effective }: Policy): Generator<PolicyFault> {
  const key = ({ customer, invoice }: Policy['exemptions'][number]): string =>
    `${customer}|${invoice?.toUpperCase() ?? ''}`
  for (const { at } of repeated(exemptions.map(key)))
    yield { path: ['exemptions', at], message: 'Write one exemption for this customer and invoice' }
  for (const [at, { until }] of exemptions.entries())
    if (until < effective)
      yield {
        path: ['exemptions', at, 'until'],
        message: `Take it out, or write a later day: it ends before this version begins on ${effective}`,
      }
}

function* payablesFaults({ payables: { netDays, warnDays } }: Policy): Generator<PolicyFault> {
  if (warnDays > netDays)
    yield {
      path: ['payables', 'warnDays'],
      message: `Write ${netDays} days or less: a notice cannot come before the invoice that it is about`,
    }
}
