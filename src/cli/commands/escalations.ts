import { z } from 'zod'
import { every } from '../../ledger/every.ts'
import { recordOf } from '../../ledger/record.ts'
import { type Escalation, escalationSchema, escalations, isEnded } from '../../support/escalation/escalation.ts'
import { customerNames } from '../customer-names.ts'
import { exportCsv } from '../export-csv.ts'
import { instantText } from '../instant-text.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly open: boolean; readonly export?: string; readonly json: boolean }
type Listed = { readonly escalation: Escalation; readonly name: string }

/** `saldo escalations`: the cases for Microsoft, the newest first. */
export const listEscalations = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await escalationsWanted(desk, options)
    const rows = listed.map(rowOf)
    if (options.export !== undefined) await exportCsv(terminal, options.export, head, rows)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(escalationJson(each))}\n`)
    else if (rows.length === 0) await terminal.err('There is no case for Microsoft to show.\n')
    else if (options.export === undefined) await writeRows(terminal, head, rows)
    return 0
  })

async function escalationsWanted({ documents }: Desk, { open }: Options): Promise<readonly Listed[]> {
  const nameOf = customerNames(documents)
  const listed: Listed[] = []
  for await (const { data } of every(documents, escalations, { index: 'number', order: 'descending' })) {
    const escalation = recordOf(escalationSchema, data)
    if (!open || !isEnded(escalation)) listed.push({ escalation, name: await nameOf(escalation.customer) })
  }
  return listed
}

const head = [
  'case',
  'ticket',
  'customer',
  'kind',
  'service',
  'severity',
  'vehicle',
  'state',
  'number',
  'prepared',
  'answers',
  'result',
]

const rowOf = ({ escalation: of, name }: Listed): string[] => [
  of.id,
  of.ticket,
  name,
  of.kind,
  of.service,
  of.severity,
  of.vehicle,
  of.state,
  of.caseNumber ?? '',
  instantText(of.preparedAt),
  String(of.answers.length),
  of.result ?? '',
]

/** A case as scripts read it: the record, with the customer's name. */
export const escalationJson = ({ escalation, name }: Listed) => ({ ...z.encode(escalationSchema, escalation), name })
