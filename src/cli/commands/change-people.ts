import { userInfo } from 'node:os'
import { type Actor, addPerson, type PeopleOutcome, removePerson, setRoles } from '../../access/change-people.ts'
import {
  customerRoles,
  type Person,
  partnerRoles,
  people,
  personKey,
  personSchema,
  type Role,
  roleSchema,
} from '../../access/person.ts'
import type { PersonKey } from '../../access/principal.ts'
import { principalOf } from '../../access/principal-of.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import { customerId, type PartnerId, partnerId } from '../../values/ids.ts'
import type { Language } from '../../values/language.ts'
import { CommandRefused } from '../command-refused.ts'
import { findPerson, personKeyOf } from '../find-person.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { personJson } from '../person-json.ts'

type Options = { readonly by?: string; readonly json: boolean }
type Adding = Options & {
  readonly tenant: string
  readonly objectId: string
  readonly name: string
  readonly mail: string
  readonly roles: readonly string[]
  readonly customer?: string
  readonly language?: Language
}

/** `saldo people add`: makes a person known, or brings what is known of them up to date. */
export const addKnownPerson = (outside: Outside, options: Adding): Promise<ExitCode> =>
  change(outside, options, async (desk, by) => {
    const key = personKeyOf(options.tenant, options.objectId)
    const person: Person = {
      ...key,
      name: options.name,
      mail: options.mail,
      ...(options.customer && { customer: customerId(accountOf(options.customer), key.tenant) }),
      roles: rolesOf(options.roles),
      ...(options.language && { language: options.language }),
    }
    return { key, outcome: await addPerson(desk.documents, person, { by, ...timed(desk) }) }
  })

/** `saldo people remove`: from their next message on the person is an employee of their tenant, or a stranger. */
export const removeKnownPerson = (outside: Outside, user: string, options: Options): Promise<ExitCode> =>
  change(outside, options, async (desk, by) => {
    const key = await findPerson(desk.documents, user)
    return { key, outcome: await removePerson(desk.documents, key, { by, ...timed(desk) }) }
  })

/** `saldo people role`: exactly these roles from now on. */
export const setKnownRoles = (
  outside: Outside,
  user: string,
  roles: readonly string[],
  options: Options,
): Promise<ExitCode> =>
  change(outside, options, async (desk, by) => {
    const key = await findPerson(desk.documents, user)
    return { key, outcome: await setRoles(desk.documents, key, rolesOf(roles), { by, ...timed(desk) }) }
  })

type Changed = { readonly key: PersonKey; readonly outcome: PeopleOutcome }

const change = (
  outside: Outside,
  options: Options,
  work: (desk: Desk, by: Actor) => Promise<Changed>,
): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const { key, outcome } = await work(desk, await actorOf(desk, options.by))
    if (outcome.kind === 'refused') throw new CommandRefused(reasons[outcome.reason])
    const person = await knownPerson(desk.documents, key)
    const who = person?.mail ?? `${key.tenant}/${key.objectId}`
    const json = {
      kind: outcome.kind,
      ...(person ? personJson(person) : { tenant: key.tenant, objectId: key.objectId }),
    }
    await outside.terminal.out(options.json ? `${JSON.stringify(json)}\n` : `${who}: ${outcome.kind}\n`)
    return 0
  })

const reasons: Readonly<Record<Extract<PeopleOutcome, { kind: 'refused' }>['reason'], string>> = {
  'not-allowed': 'only a user management admin may change people',
  'unknown-person': 'this person is not known: `saldo people` lists everybody',
  'unknown-customer': "no customer with the person's tenant is known there: import customers.csv first",
  'wrong-roles': `a customer's people are ${customerRoles.join(' or ')}, the partner's own staff ${partnerRoles.join(', ')}`,
  'last-admin': 'this is the last user management admin: make somebody else one first',
}

/** Whoever may run commands on the machine that holds the data could edit it as well; the record says it was them. */
async function actorOf({ documents }: Desk, by: string | undefined): Promise<Actor> {
  if (by === undefined) return { kind: 'operator', name: `operator ${userInfo().username}` }
  return principalOf(documents, await findPerson(documents, by))
}

function accountOf(text: string): PartnerId {
  try {
    return partnerId(text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CommandRefused(`--customer: ${cause.message}`, { cause })
  }
}

const timed = ({ clock, newId }: Desk) => ({ now: clock.now(), newId })

function rolesOf(texts: readonly string[]): Role[] {
  const unknown = texts.find((text) => !roleSchema.safeParse(text).success)
  if (unknown === undefined) return [...texts] as Role[]
  throw new CommandRefused(`"${unknown}" is no role: write ${[...customerRoles, ...partnerRoles].join(', ')}`)
}

async function knownPerson(reading: Reading, { tenant, objectId }: PersonKey): Promise<Person | undefined> {
  const stored = await reading.get(people, personKey(tenant, objectId))
  return stored && recordOf(personSchema, stored.data)
}
