import { z } from 'zod'
import { type CaseKind, caseNews } from '../../answers/case-news.ts'
import { escalationResults } from '../../support/escalation/escalation.ts'
import { severities } from '../../support/escalation/severity.ts'
import { caseKinds } from '../../support/evidence.ts'
import { services } from '../../support/service.ts'
import { type CaseStep, moveCase } from './move-case.ts'
import { prepareCase } from './prepare-case.ts'
import type { AtCase, SeatSays } from './seat.ts'

export const preparing = z.object({ kind: z.enum(caseKinds), service: z.enum(services), severity: z.enum(severities) })

/** The steps as the card's buttons carry them. */
export const steps = {
  'escalation.file': z
    .object({ number: z.string().trim().min(1).max(64) })
    .transform((given): CaseStep => ({ kind: 'file', ...given })),
  'escalation.answer': z
    .object({ text: z.string().trim().min(1).max(8000) })
    .transform((given): CaseStep => ({ kind: 'answer', ...given })),
  'escalation.close': z
    .object({ result: z.enum(escalationResults), text: z.string().trim().max(8000).optional() })
    .transform((given): CaseStep => ({ kind: 'close', ...given })),
  'escalation.withdraw': z.object({}).transform((): CaseStep => ({ kind: 'withdraw' })),
} as const

/** A case for Microsoft: prepared by the decision table, filed by a person, with Microsoft's answers and its end, of which the customer hears. */
export async function escalationAction(at: AtCase, verb: string, data: unknown): Promise<SeatSays> {
  if (verb === 'escalation.prepare') {
    const read = preparing.safeParse(data)
    return says(at, read.success ? saysOf[(await prepareCase(at, read.data)).kind] : 'case.what')
  }
  const read = steps[verb as keyof typeof steps]?.safeParse(data)
  return says(at, read?.success ? saysOf[(await moveCase(at, read.data)).kind] : 'case.what')
}

const saysOf = {
  done: 'case.done',
  unchanged: 'case.done',
  // Why, stands in the thread.
  'no-vehicle': 'case.done',
  'no-helpdesk': 'case.no-helpdesk',
  'no-role': 'case.no-role',
  refused: 'case.what',
  unknown: 'case.what',
} as const satisfies Record<string, CaseKind>

const says = ({ ticket, scene }: AtCase, kind: CaseKind): SeatSays => ({
  answered: caseNews(kind, ticket, scene.customer.timeZone),
  language: scene.deskLanguage,
})
