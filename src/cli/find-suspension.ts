import { type Suspension, suspensionOf } from '../collections/suspension.ts'
import type { Reading } from '../store/documents.ts'
import { CommandRefused } from './command-refused.ts'

/** The suspension of a number. Throws CommandRefused. */
export async function findSuspension(reading: Reading, number: string): Promise<Suspension> {
  const stored = await suspensionOf(reading, number.trim().toUpperCase())
  if (stored) return stored.suspension
  throw new CommandRefused(`there is no suspension ${number}: \`saldo suspensions\` lists them all`)
}
