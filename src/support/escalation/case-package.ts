import type { Instant } from '../../values/day.ts'
import { type Boundary, evidenceFor } from '../boundaries.ts'
import { type EvidenceCode, evidenceTexts } from '../evidence.ts'
import { serviceName } from '../service.ts'
import type { CaseFile } from './case-file.ts'
import { type ScrubRules, scrub } from './scrub.ts'
import { severityMeaning } from './severity.ts'

export type CasePackage = {
  /** English, to be pasted into the form. */
  readonly text: string
  /** What the service's evidence list asks for and is not there: for the staff, not in the files. */
  readonly missing: readonly { readonly code: EvidenceCode; readonly what: string }[]
  /** What was taken out and from where, never what it said: for the staff, not in the files. */
  readonly removed: readonly { readonly where: string; readonly what: string; readonly count: number }[]
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

/** The case as Microsoft's form takes it, with the partner's contact and none of the customer's people, costs or secrets. */
export function casePackage(file: CaseFile, boundary: Boundary): CasePackage {
  const { words, removed } = cleaned(file)
  const text = formText(file, words)
  return {
    text,
    missing: evidenceFor(file.kind, boundary)
      .filter((code) => !says(words.evidence.get(code)) && !says(own(file, words)[code]))
      .map((code) => ({ code, what: evidenceTexts[code] })),
    removed,
    files: [
      { name: 'case.txt', text },
      ...(words.timeline ? [{ name: 'timeline.txt', text: `${words.timeline}\n` }] : []),
      ...(words.transcript ? [{ name: 'transcript.txt', text: `${words.transcript}\n` }] : []),
    ],
  }
}

type Words = Readonly<Record<'summary' | 'product' | 'tried' | 'timeline' | 'transcript', string>> & {
  readonly evidence: ReadonlyMap<EvidenceCode, string>
}

/** Everything that people wrote, scrubbed. Entries of one place are looked at together: a question and its answer say more than each alone. */
function cleaned(file: CaseFile): { readonly words: Words; readonly removed: CasePackage['removed'] } {
  const removed = new Map<string, CasePackage['removed'][number]>()
  const rules = rulesOf(file)
  const clean = (where: string, text: string): string => {
    const scrubbed = scrub(text, rules)
    for (const what of scrubbed.removed) {
      const count = (removed.get(`${where}|${what}`)?.count ?? 0) + 1
      removed.set(`${where}|${what}`, { where, what, count })
    }
    return scrubbed.text.trim()
  }
  const given = Object.entries(file.evidence) as [EvidenceCode, string][]
  const talk = file.transcript.map(({ at, who, text }) => entry(at, `${who}: ${text}`))
  const words: Words = {
    summary: clean('summary', file.summary),
    product: clean('product', file.product ?? ''),
    tried: clean('tried', file.tried.map((each) => `- ${indented(each)}`).join('\n')),
    timeline: clean('timeline', file.timeline.map(({ at, what }) => entry(at, what)).join('\n')),
    transcript: clean('transcript', talk.join('\n')),
    evidence: new Map(given.map(([code, text]) => [code, clean(`evidence: ${code}`, text)])),
  }
  return { words, removed: [...removed.values()] }
}

function rulesOf(file: CaseFile): ScrubRules {
  const { ticket, escalation = '', customerTenant, subscriptions, correlations, invoices, withheld } = file
  const references = invoices.flatMap(({ number, lines }) => [number, ...lines.map(({ reference = '' }) => reference)])
  return { keep: [ticket, escalation, customerTenant, ...subscriptions, ...correlations, ...references], ...withheld }
}

/** Days and times in UTC, as the forms ask for. */
const entry = (at: Instant, what: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} ${indented(what)}`
/** Lines of one entry stay together, and cannot pass for another entry. */
const indented = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, '\n    ')
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const section = (title: string, text: string): string => (text === '' ? '' : `${title}\n${text}`)

function formText(file: CaseFile, words: Words): string {
  const evidence = [...words.evidence].filter(([, given]) => given !== '')
  const parts = [
    head(file, words),
    section('Problem', words.summary),
    section('Identifiers', identifiers(file)),
    section('Evidence', evidence.map(([code, given]) => `- ${evidenceTexts[code]}: ${indented(given)}`).join('\n')),
    section('What was tried', words.tried),
    section('Timeline (UTC)', words.timeline),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function head({ ticket, escalation, kind, service, severity, contact }: CaseFile, { summary, product }: Words) {
  const title = oneLine(summary.split('\n', 1)[0] ?? '')
  return [
    `Title: ${serviceName(service)}: ${title.length > 100 ? `${title.slice(0, 100).replace(/\S*$/, '')}...` : title}`,
    `Our reference: ${escalation ? `${escalation}, ticket ${ticket}` : ticket}`,
    `Kind: ${kind}`,
    `Service: ${serviceName(service)}`,
    ...(product ? [`Product: ${oneLine(product)}`] : []),
    `Severity: ${severity}, ${severityMeaning[severity]}`,
    ...(service === 'azure' && kind === 'technical' ? ['Support plan: Cloud Solution Provider'] : []),
    `Contact (partner): ${oneLine(contact.name)}, ${oneLine(contact.mail)}, ${oneLine(contact.phone)}`,
  ].join('\n')
}

const list = (what: string, ids: readonly string[]): string[] =>
  ids.length > 0 ? [`${what}: ${ids.map(oneLine).join(', ')}`] : []

const identifiers = ({ customerTenant, subscriptions, correlations, invoices }: CaseFile): string =>
  [
    ...list('Customer tenant', [customerTenant]),
    ...list('Subscriptions', subscriptions),
    ...list('Correlation ids', correlations),
    ...invoices.map(({ number, lines }) => {
      const named = lines.map(({ line, reference }) => `line ${line}${reference ? ` (${oneLine(reference)})` : ''}`)
      return `Invoice ${oneLine(number)}${named.length > 0 ? `: ${named.join(', ')}` : ''}`
    }),
  ].join('\n')

/** Evidence that the case file has in a place of its own. */
const own = (file: CaseFile, { product, tried }: Words): Partial<Readonly<Record<EvidenceCode, string>>> => ({
  tenant: file.customerTenant,
  subscription: file.subscriptions.join(' '),
  correlation: file.correlations.join(' '),
  product,
  tried,
  invoice: file.invoices.map(({ number }) => number).join(' '),
  lines: file.invoices.flatMap(({ lines }) => lines.map(({ line }) => line)).join(' '),
})

/** Whether anything is left once the marks are gone. */
const says = (text = ''): boolean => /[\p{L}\p{N}]/u.test(text.replace(/\[removed: [a-z ]+\]/g, ''))
