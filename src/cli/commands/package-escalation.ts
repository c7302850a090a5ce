import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type PackagedCase, packageOf } from '../../conversation/desk/case-package-for.ts'
import { zipPackage } from '../../formats/zip-package.ts'
import { redact } from '../../language/redact.ts'
import type { CaseFile } from '../../support/escalation/case-file.ts'
import type { Severity } from '../../support/escalation/severity.ts'
import type { Route } from '../../support/escalation/vehicle.ts'
import type { CaseKind } from '../../support/evidence.ts'
import type { Service } from '../../support/service.ts'
import { CommandRefused } from '../command-refused.ts'
import { findTicket } from '../find-tickets.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'

type Options = {
  readonly out: string
  readonly kind?: CaseKind
  readonly service?: Service
  readonly severity?: Severity
  readonly evidence?: CaseFile['evidence']
  readonly json: boolean
}

type Packaged = Extract<PackagedCase, { kind: 'packaged' }>

/** `saldo escalations package`: a ticket as a case for Microsoft: a zip, the text to paste, and what is still missing. Changes nothing. */
export const packageEscalation = (outside: Outside, number: string, options: Options): Promise<ExitCode> =>
  lookAt(outside, async ({ documents, clock }) => {
    const { terminal } = outside
    const { id } = await findTicket(documents, number)
    const { kind, service, severity, evidence } = options
    const made = await packageOf(documents, id, { redact, now: clock.now(), kind, service, severity, evidence })
    if (made.kind !== 'packaged') throw new CommandRefused(reasons[made.kind])
    const folder = resolve(terminal.workingFolder, options.out)
    await mkdir(folder, { recursive: true })
    const file = join(folder, `${id}-case.zip`)
    await writeFile(file, zipPackage(made.package.files))
    if (options.json) await terminal.out(`${JSON.stringify(jsonOf(made, file))}\n`)
    else await terminal.out(made.package.text)
    if (!options.json) await terminal.err(`\n${remarks(made, file).join('\n')}\n`)
    return 0
  })

const reasons: Readonly<Record<Exclude<PackagedCase['kind'], 'packaged'>, string>> = {
  'unknown-ticket': 'there is no such ticket: `saldo tickets` lists them all',
  'no-helpdesk':
    "there is no helpdesk of the customer's account, so nobody knows whom Microsoft should write to: import helpdesk.yaml",
  'no-service': 'the ticket does not say which service it is about: add --service',
}

/** For the staff: none of it is in the files. */
function remarks({ package: made, route }: Packaged, file: string): readonly string[] {
  const { missing, removed } = made
  return [
    `written to ${file}`,
    ...routeLines(route),
    missing.length > 0 ? 'still missing (add it with --evidence code="..."):' : 'nothing is missing',
    ...missing.map(({ code, what }) => `  [ ] ${code}: ${what}`),
    ...(removed.length > 0 ? ['taken out:'] : []),
    ...removed.map(({ where, what, count }) => `  ${where}: ${what}${count > 1 ? ` (${count} times)` : ''}`),
  ]
}

function routeLines(route: Route): readonly string[] {
  if (route.kind === 'none') return [`no way to file it: ${route.why}`, ...route.wouldTake.map((each) => `  ${each}`)]
  const { name, where, why, filedBy, cost } = route
  return [
    `to file with: ${name}. ${where} ${why}`,
    `who may file: ${filedBy.roles.join(', ')}; ${filedBy.leastPrivilege}. ${cost}`,
  ]
}

const jsonOf = (
  { ticket, file: { escalation, kind, service, severity }, package: made, route }: Packaged,
  zip: string,
) => ({
  ticket: ticket.id,
  escalation: escalation ?? null,
  kind,
  service,
  severity,
  zip,
  files: made.files.map(({ name }) => name),
  text: made.text,
  missing: made.missing,
  removed: made.removed,
  route,
})
