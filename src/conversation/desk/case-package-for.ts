import { matchProduct } from '../../answers/match-product.ts'
import type { Redaction } from '../../language/redact.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Subscription } from '../../ledger/subscription.ts'
import type { Reading } from '../../store/documents.ts'
import { boundaryOf } from '../../support/boundaries.ts'
import type { CaseFile } from '../../support/escalation/case-file.ts'
import { type CasePackage, casePackage } from '../../support/escalation/case-package.ts'
import { decideVehicle } from '../../support/escalation/decide-vehicle.ts'
import { type Escalation, escalationsOfTicket, isEnded } from '../../support/escalation/escalation.ts'
import type { Severity } from '../../support/escalation/severity.ts'
import type { Route } from '../../support/escalation/vehicle.ts'
import type { CaseKind } from '../../support/evidence.ts'
import { type Handoff, handoffsOf } from '../../support/handoff.ts'
import { helpdeskOf } from '../../support/helpdesk.ts'
import { type Service, serviceOf } from '../../support/service.ts'
import { allNotices, noticeName, noticeText, type ServiceNotice } from '../../support/service-notice.ts'
import { type Priority, type Ticket, ticketOf } from '../../support/ticket.ts'
import { dayIn, type Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import { correlationsIn, errorCodes } from './case-ids.ts'
import { type CaseLines, caseLines } from './case-lines.ts'
import { type CaseScene, caseScene } from './case-scene.ts'
import { caseTimeline } from './case-timeline.ts'
import { scopeOf, summaryOf, triedText } from './case-words.ts'
import { withheldNames } from './withheld-names.ts'

export type PackageOptions = {
  /** `language/redact.ts`. */
  readonly redact: (text: string, redaction: Redaction) => string
  readonly now: Instant
  /** Instead of what the ticket's case, or the ticket itself, says. */
  readonly kind?: CaseKind
  readonly service?: Service
  readonly severity?: Severity
  /** What staff found out besides. */
  readonly evidence?: CaseFile['evidence']
}

export type PackagedCase =
  | {
      readonly kind: 'packaged'
      readonly ticket: Ticket
      readonly file: CaseFile
      readonly package: CasePackage
      readonly route: Route
    }
  | { readonly kind: 'unknown-ticket' | 'no-helpdesk' | 'no-service' }

/**
 * The case of a ticket as it goes to Microsoft, from that customer's own records: no cost, no margin, none of the customer's people and
 * nothing of another customer. What was said to Saldo is in it only as far as its writer agreed to show it.
 */
export async function packageOf(reading: Reading, ticketId: string, options: PackageOptions): Promise<PackagedCase> {
  const ticket = await ticketOf(reading, ticketId)
  if (!ticket) return { kind: 'unknown-ticket' }
  const scene = await caseScene(reading, ticket.customer)
  const helpdesk = await helpdeskOf(reading, scene.customer.partner)
  if (!helpdesk) return { kind: 'no-helpdesk' }
  const escalations = await escalationsOfTicket(reading, ticket.id)
  const known = escalations.findLast((each) => !isEnded(each)) ?? escalations.at(-1)
  const billed = await caseLines(reading, ticket)
  const kind = options.kind ?? known?.kind ?? ticket.kind
  const service = options.service ?? known?.service ?? serviceFor(ticket, billed, kind)
  if (!service) return { kind: 'no-service' }
  const about = { ticket, scene, escalations, known, billed, kind, service, options }
  const file = { ...(await fileOf(reading, about)), contact: helpdesk.contact }
  const { billing, provider, holds } = helpdesk
  return {
    kind: 'packaged',
    ticket,
    file,
    package: casePackage(file, boundaryOf(service, helpdesk.boundaries)),
    route: decideVehicle({ kind, service, billing, provider, holds }),
  }
}

/** A bill's product says it; what is left of commercial questions is Partner Center's. */
function serviceFor(ticket: Ticket, { lines }: CaseLines, kind: CaseKind): Service | undefined {
  const named = [ticket.about.product, ...lines.map(({ product }) => product)].map(serviceOf).find(Boolean)
  return (ticket.service as Service | undefined) ?? named ?? (kind === 'commercial' ? 'partner-center' : undefined)
}

type About = {
  readonly ticket: Ticket
  readonly scene: CaseScene
  readonly escalations: readonly Escalation[]
  readonly known: Escalation | undefined
  readonly billed: CaseLines
  readonly kind: CaseKind
  readonly service: Service
  readonly options: PackageOptions
}

const severityOf: Readonly<Record<Priority, Severity>> = { urgent: 'A', high: 'B', normal: 'C', low: 'C' }

async function fileOf(reading: Reading, about: About): Promise<Omit<CaseFile, 'contact'>> {
  const { ticket, scene, escalations, known, billed, kind, service, options } = about
  const { customer, deskLanguage } = scene
  const talks = (await handoffsOf(reading, ticket.id)).toReversed()
  const written = textsOf(ticket, talks, escalations)
  const withheld = await withheldNames(reading, customer, { ticket, talks, texts: written })
  const names = [...withheld.people, ...withheld.companies, customer.name]
  const today = dayIn(customer.timeZone, options.now)
  const reader = (language: Language) => (text: string) => options.redact(text, { today, language, names })
  const said = reader(ticket.language)
  const owned = await subscriptionsMeant(reading, about)
  const product = productNames(ticket, billed, owned)
  const opened = ticket.trail.find(({ what }) => what === 'opened')
  const words = opened && opened.by !== 'saldo' ? said(opened.text ?? '') : ''
  return {
    ticket: ticket.id,
    escalation: known?.id,
    kind,
    service,
    severity: options.severity ?? known?.severity ?? severityOf[ticket.priority],
    customerTenant: customer.tenant,
    subscriptions: subscriptionIds(billed, owned),
    correlations: await correlationsIn(reading, written, customer.tenant),
    product,
    invoices: billed.invoices,
    summary: summaryOf(ticket, { product, service, words }),
    timeline: caseTimeline(ticket, escalations, { said, noted: reader(deskLanguage) }),
    tried: ticket.tried.map(triedText),
    evidence: { ...(await evidenceOf(reading, about, written)), ...options.evidence },
    transcript: transcriptOf(talks, said),
    withheld,
  }
}

/** Only what its writer agreed to show is on record here. */
const transcriptOf = (talks: readonly Handoff[], read: (text: string) => string): CaseFile['transcript'] =>
  talks.flatMap(({ transcript = [] }) =>
    transcript.map(({ at, by, text }) => ({ at, who: by === 'saldo' ? 'assistant' : by, text: read(text) })),
  )

/** All that people wrote in it: what has to be looked through for names and ids. */
const textsOf = (ticket: Ticket, talks: readonly Handoff[], escalations: readonly Escalation[]): readonly string[] => [
  ...ticket.trail.flatMap(({ text }) => (text ? [text] : [])),
  ...ticket.intake.flatMap(({ answer }) => (answer ? [answer] : [])),
  ...talks.flatMap(({ transcript = [] }) => transcript.map(({ text }) => text)),
  ...escalations.flatMap(({ answers }) => answers.map(({ text }) => text)),
]

/** The customer's own subscriptions that it is about: by the product that was named, else, of a technical case, those of the service. */
async function subscriptionsMeant(
  reading: Reading,
  { ticket, billed, kind, service }: About,
): Promise<readonly Subscription[]> {
  if (billed.lines.length > 0) return []
  const owned = await ledgerOf(reading).subscriptions(ticket.customer)
  const named = ticket.about.product && matchProduct(ticket.about.product, owned, ({ product }) => product)
  if (named && named.length > 0) return named
  return kind === 'technical' ? owned.filter(({ product }) => serviceOf(product) === service) : []
}

const subscriptionIds = ({ lines }: CaseLines, owned: readonly Subscription[]): readonly string[] => [
  ...new Set([
    ...lines.flatMap(({ subscription }) => (subscription ? [subscription] : [])),
    ...owned.map(({ id }) => id),
  ]),
]

/** What was named, and by which of the customer's products they have it: Outlook is on no bill. */
function productNames({ about }: Ticket, { lines }: CaseLines, owned: readonly Subscription[]): string | undefined {
  const names = [...new Set([...lines, ...owned].map(({ product }) => product))]
  const isNamed = about.product && matchProduct(about.product, names, (name) => name).length === 0
  if (names.length === 0) return about.product
  return isNamed ? `${about.product} (${names.join(', ')})` : names.join(', ')
}

async function evidenceOf(
  reading: Reading,
  { ticket, scene, service, options }: About,
  written: readonly string[],
): Promise<CaseFile['evidence']> {
  const answerTo = (question: string) => ticket.intake.find((each) => each.question === question)?.answer
  const [since, impact] = [answerTo('since'), answerTo('impact')]
  const codes = errorCodes(written)
  const notices = (await allNotices(reading, scene.customer.partner)).filter((notice) => {
    const isOver = notice.until !== undefined && notice.until < ticket.openedAt
    return notice.services.includes(service) && notice.from <= options.now && !isOver
  })
  return {
    // "Since yesterday" says nothing without the day on which it was said.
    ...(since && { since: `${since} (said on ${ticket.openedAt.slice(0, 10)})` }),
    ...(impact && { scope: scopeOf(impact) }),
    ...(codes.length > 0 && { error: codes.join(', ') }),
    ...(notices.length > 0 && { health: notices.map(noticeLine).join('\n') }),
  }
}

const noticeLine = (notice: ServiceNotice): string =>
  `${notice.incident ?? noticeName(notice)}, from ${notice.from}${notice.until ? ` until ${notice.until}` : ''}: ${noticeText(notice, 'en').text}`
