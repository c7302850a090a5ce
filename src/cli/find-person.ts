import { type Person, people, personSchema } from '../access/person.ts'
import type { PersonKey } from '../access/principal.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { objectId, tenantId } from '../values/ids.ts'
import { CommandRefused } from './command-refused.ts'

/** Whom a mail address or `TENANT/OBJECT-ID` on the command line means. A key of nobody known is still a key. Throws CommandRefused. */
export async function findPerson(reading: Reading, user: string): Promise<PersonKey & { readonly name?: string }> {
  const [tenant, object] = user.split('/')
  if (tenant && object) return personKeyOf(tenant, object)
  const found = await peopleWithMail(reading, user)
  if (found[0] && found.length === 1) return found[0]
  if (found.length === 0) {
    throw new CommandRefused(`nobody with the mail address ${user} is known: \`saldo people\` lists everybody`)
  }
  const keys = found.map((person) => `${person.tenant}/${person.objectId}`).join(' or ')
  throw new CommandRefused(`${found.length} people have the mail address ${user}: say ${keys}`)
}

async function peopleWithMail(reading: Reading, mail: string): Promise<Person[]> {
  const { items } = await reading.find(people, { index: 'mail', equals: mail.trim().toLowerCase() })
  return items.map(({ data }) => recordOf(personSchema, data))
}

/** A key that was written as two GUIDs. Throws CommandRefused. */
export function personKeyOf(tenant: string, object: string): PersonKey {
  try {
    return { tenant: tenantId(tenant), objectId: objectId(object) }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CommandRefused(cause.message, { cause })
  }
}
