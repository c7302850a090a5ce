import { escalationResults, escalationStates } from '../support/escalation/escalation.ts'
import { severities } from '../support/escalation/severity.ts'
import { caseKinds } from '../support/evidence.ts'
import { handoffStates } from '../support/handoff.ts'
import { impacts, questions } from '../support/intake.ts'
import { eventSchema } from '../support/ticket.ts'

const all = <Group extends string, Name extends string>(group: Group, names: readonly Name[]) =>
  names.map((name) => `card.${group}.${name}` as const)

/** What the case card says of a case, besides the words that customers read too. */
const labels = [
  'card.person',
  'card.customer-language',
  'card.service',
  'card.owner',
  'card.nobody',
  'card.queue',
  'card.resolve',
  'card.conversation',
  'card.waiting-customer',
  'card.their-words',
  'card.bill',
  'card.more-lines',
  'card.tried',
  'card.intake',
  'card.passed-over',
  'card.transcript',
  'card.trail',
  'card.internal',
  'card.files',
  'card.same-problem',
  'card.disputed',
  'card.microsoft-number',
  'card.where',
  'card.undelivered',
  'card.shortened',
  'card.file-link',
  'card.file-no-link',
  'card.file-gone',
] as const

/** The words of the helpdesk's card of a case. */
export const terms = [
  ...labels,
  ...all('target', ['met', 'late', 'missed', 'stands']),
  ...all('talk', handoffStates),
  ...all('problem', ['open', 'resolved']),
  ...all('dispute', ['open', 'accepted', 'partly', 'rejected', 'withdrawn']),
  ...all('escalation', escalationStates),
  ...all('result', escalationResults),
  ...all('post', ['failed', 'unknown', 'card']),
  ...all('tried', ['known-problem', 'subscription-status', 'explained', 'answered']),
  ...all('question', questions),
  ...all('impact', impacts),
  ...all('event', eventSchema.shape.what.options),
  ...all('queue-name', ['billing', 'technical']),
  ...all('kind', caseKinds),
  ...all('severity', severities),
  ...all('outcome', ['resolved', 'closed', 'waiting-customer', 'waiting-microsoft', 'open']),
  ...all('do', [
    'claim',
    'reply',
    'suggestion',
    'note',
    'end',
    'return',
    'close',
    'transfer',
    'prioritise',
    'more',
    'microsoft',
    'prepare',
    'file',
    'answer',
    'close-escalation',
    'withdraw-escalation',
    'decide',
    'solve-problem',
    'resend',
    'open-file',
    'send',
    'keep',
  ]),
  ...all('input', [
    'reply',
    'note',
    'outcome',
    'words',
    'to',
    'kind',
    'service',
    'severity',
    'number',
    'answer',
    'result',
    'told',
    'decision',
    'reason',
  ]),
  ...all('missing', ['text', 'choice', 'number']),
] as const
export type CardTerm = (typeof terms)[number]
