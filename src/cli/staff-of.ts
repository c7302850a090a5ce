import { principalOf } from '../access/principal-of.ts'
import type { Staff } from '../conversation/desk/seat.ts'
import type { Reading } from '../store/documents.ts'
import { CommandRefused } from './command-refused.ts'
import { findPerson } from './find-person.ts'

/** Whom of the partner's own staff a mail address or TENANT/OBJECT-ID means. Throws CommandRefused for anybody else. */
export async function staffOf(reading: Reading, user: string): Promise<Staff> {
  const principal = await principalOf(reading, await findPerson(reading, user))
  if (principal.kind === 'partner') return principal
  throw new CommandRefused(`${user} is not of the partner's staff: \`saldo people\` lists everybody with their roles`)
}
