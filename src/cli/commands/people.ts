import { type Person, people, personSchema } from '../../access/person.ts'
import { every } from '../../ledger/every.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { recordOf } from '../../ledger/record.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { personJson } from '../person-json.ts'
import { writeRows } from '../write-rows.ts'

/** `saldo people`: everybody Saldo knows. */
export const listPeople = (outside: Outside, { json }: { readonly json: boolean }): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const rows: string[][] = []
    for await (const person of knownPeople(desk)) {
      if (json) await terminal.out(`${JSON.stringify(personJson(person))}\n`)
      else rows.push([person.mail, person.name, await employerOf(desk, person), person.roles.join(' ')])
    }
    if (!json) await writeRows(terminal, ['mail', 'name', 'customer', 'roles'], rows)
    return 0
  })

async function* knownPeople({ documents }: Desk): AsyncGenerator<Person> {
  for await (const { data } of every(documents, people, { index: 'tenant' })) yield recordOf(personSchema, data)
}

async function employerOf({ documents }: Desk, { customer }: Person): Promise<string> {
  if (!customer) return '(the partner)'
  return (await ledgerOf(documents).customer(customer))?.name ?? customer
}
