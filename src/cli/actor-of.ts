import { userInfo } from 'node:os'
import type { Actor } from '../access/change-people.ts'
import { principalOf } from '../access/principal-of.ts'
import type { Reading } from '../store/documents.ts'
import { findPerson } from './find-person.ts'

/** Whoever may run commands on the machine that holds the data could edit it as well; the record says it was them. */
export async function actorOf(reading: Reading, by: string | undefined): Promise<Actor> {
  if (by === undefined) return { kind: 'operator', name: `operator ${userInfo().username}` }
  return principalOf(reading, await findPerson(reading, by))
}
