import type { z } from 'zod'

type Planned = {
  readonly model: string
  readonly provider?: string
  readonly plans?: readonly {
    readonly name: string
    readonly customers: readonly string[]
    readonly model?: string
    readonly provider?: string
  }[]
}

/** What the plans of an offering have to agree on: every customer has one, and whoever helps in the partner's place has a name. */
export function checkPlans({ model, provider, plans = [] }: Planned, context: z.core.$RefinementCtx): void {
  const planOf = new Map<string, string>()
  for (const [at, plan] of plans.entries()) {
    if ((plan.model ?? model) !== 'own' && !(plan.provider ?? provider))
      context.addIssue({ code: 'custom', path: ['plans', at, 'model'], message: 'Name the provider' })
    for (const [row, tenant] of plan.customers.entries()) {
      const other = planOf.get(tenant)
      planOf.set(tenant, plan.name)
      if (other === undefined) continue
      const message = `The customer is in the plan "${other}" already: leave it in one of them`
      context.addIssue({ code: 'custom', path: ['plans', at, 'customers', row], message })
    }
  }
}
