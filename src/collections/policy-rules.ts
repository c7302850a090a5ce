import type { z } from 'zod'
import type { Policy } from './policy.ts'

/** What the fields of a policy have to do with each other: each fault with its place and what to do. */
export function checkPolicy(policy: Policy, context: z.RefinementCtx): void {
  const twice = policy.stages.findIndex(({ id }, at) => policy.stages.findIndex((stage) => stage.id === id) !== at)
  if (twice >= 0) context.addIssue({ code: 'custom', path: ['stages', twice, 'id'], message: 'Name each stage once' })
}
