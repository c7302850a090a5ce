/** The command cannot be done and changed nothing. The message says why and what to do. */
export class CommandRefused extends Error {
  override name = 'CommandRefused'
}
