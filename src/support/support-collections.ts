import type { Collection } from '../store/documents.ts'
import { caseFileContents, caseFiles } from './case-file.ts'
import { escalations } from './escalation/escalation.ts'
import { handoffs } from './handoff.ts'
import { helpdesks } from './helpdesk.ts'
import { helpdeskChannels } from './helpdesk-channel.ts'
import { offerings } from './offering.ts'
import { problems } from './problem.ts'
import { serviceNotices } from './service-notice.ts'
import { tickets } from './ticket.ts'

/** What this room keeps: a store is opened with these and those of the other rooms. */
export const supportCollections = [
  offerings,
  helpdesks,
  helpdeskChannels,
  tickets,
  problems,
  handoffs,
  caseFileContents,
  caseFiles,
  escalations,
  serviceNotices,
] as unknown as readonly Collection<never>[]
