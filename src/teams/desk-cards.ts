import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Activity } from 'botbuilder'
import type { CaseFileDesk } from '../conversation/case-file-desk.ts'
import { reminderView } from '../conversation/collections/reminder-view.ts'
import { suspensionScene } from '../conversation/collections/suspension-scene.ts'
import { type CaseView, caseView } from '../conversation/desk/case-view.ts'
import type { Content } from '../delivery/post.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Documents } from '../store/documents.ts'
import { caseFileOf } from '../support/case-file.ts'
import { ticketOf } from '../support/ticket.ts'
import type { Clock } from '../values/clock.ts'
import { caseCard, caseSummary } from './cards/case-card.ts'
import { clipped } from './cards/clipped.ts'
import { fileCard, fileGone, fileText } from './cards/file-card.ts'
import { reminderCard } from './cards/reminder-card.ts'
import { suspensionCard, suspensionSummary } from './cards/suspension-card.ts'
import { ticketCard, ticketSummary } from './cards/ticket-card.ts'
import type { Cards } from './post-activity.ts'

export type DeskCardsDeps = {
  readonly documents: Documents
  readonly clock: Clock
  readonly caseFiles: CaseFileDesk
}

type Shown = { readonly card?: IAdaptiveCard; readonly said: string; readonly summary: string }
type Of<K extends Content['kind']> = Extract<Content, { kind: K }>

/** Teams shows the summary as the notification. */
const longestSummary = 100

/** Lays out tickets, cases and files as they stand in the store when they are sent. */
export const deskCards =
  (deps: DeskCardsDeps): Cards =>
  async (content, { channel }) => {
    const shown = await shownOf(deps, content)
    return shown && activityOf(shown, channel === 'msteams')
  }

function shownOf(deps: DeskCardsDeps, content: Parameters<Cards>[0]): Promise<Shown | undefined> {
  switch (content.kind) {
    case 'ticket-card':
      return ticketShown(deps, content)
    case 'case-card':
      return caseShown(deps, content)
    case 'file':
      return fileShown(deps, content)
    case 'reminder':
      return reminderShown(deps, content)
    case 'suspension-card':
      return suspensionShown(deps, content)
  }
}

async function ticketShown(
  { documents }: DeskCardsDeps,
  { ticket: id, language }: Of<'ticket-card'>,
): Promise<Shown | undefined> {
  const ticket = await ticketOf(documents, id)
  const customer = ticket && (await ledgerOf(documents).customer(ticket.customer))
  if (!ticket || !customer) return undefined
  const card = ticketCard(ticket, language, customer.timeZone)
  const summary = ticketSummary(ticket, language, customer.timeZone)
  return { card, said: card.fallbackText ?? summary, summary }
}

async function suspensionShown(
  { documents, clock }: DeskCardsDeps,
  { suspension }: Of<'suspension-card'>,
): Promise<Shown | undefined> {
  const scene = await suspensionScene(documents, suspension, clock.now())
  if (!scene) return undefined
  const summary = suspensionSummary(scene)
  return { card: suspensionCard(scene), said: summary, summary }
}

async function reminderShown({ documents, clock }: DeskCardsDeps, content: Of<'reminder'>): Promise<Shown | undefined> {
  const answered = await reminderView(documents, content, clock.now())
  if (!answered) return undefined
  const { card, words } = reminderCard(answered, content.language)
  return { card, said: words.text, summary: words.lead }
}

async function caseShown(deps: DeskCardsDeps, { ticket }: Of<'case-card'>): Promise<Shown | undefined> {
  const view = await caseView(deps.documents, ticket, deps.clock.now())
  if (!view) return undefined
  const summary = caseSummary(view)
  return { card: caseCard(view, await linksTo(deps.caseFiles, view)), said: summary, summary }
}

async function linksTo(caseFiles: CaseFileDesk, { files }: CaseView): Promise<ReadonlyMap<string, string>> {
  const links = await Promise.all(files.map(async ({ id }) => [id, await caseFiles.link(id)] as const))
  return new Map(links.flatMap(([id, link]) => (link ? [[id, link] as const] : [])))
}

async function fileShown({ caseFiles, documents, clock }: DeskCardsDeps, content: Of<'file'>): Promise<Shown> {
  const summary = `${content.by}: ${content.name}`
  const file = await caseFileOf(documents, content.file)
  if (!file || file.expires <= clock.now()) return { said: fileGone(content), summary }
  const link = await caseFiles.link(file.id)
  return { card: link ? fileCard(content, link) : undefined, said: fileText(content, link), summary }
}

/** A message with a text and a card becomes two in Teams, of which one could not be changed later: there the card says it all. */
function activityOf({ card, said, summary }: Shown, rendersCards: boolean): Partial<Activity> {
  return {
    type: 'message',
    textFormat: 'plain',
    summary: clipped(summary, longestSummary),
    ...(!(card && rendersCards) && { text: said }),
    ...(card && { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
  }
}
