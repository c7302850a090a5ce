import { createHash } from 'node:crypto'

/** Where the doors write what happened; pino fits. Never the text of a message, a name, a mail address or a plain id. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A person, tenant or conversation in a log line: the same one gives the same mark, and nobody reads the id from it. */
export const hashed = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : createHash('sha256').update(id).digest('hex').slice(0, 12)
