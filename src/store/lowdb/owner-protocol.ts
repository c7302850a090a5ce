import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** A command that another process wants run by the one that owns the data folder. */
export const ownerRequestSchema = z.object({
  arguments: z.array(z.string()),
  /** The caller's working directory, for relative paths among the arguments. */
  workingFolder: z.string(),
  /** What the caller's standard input held, when the command reads it. */
  input: z.string().optional(),
  /** The caller's terminal, when there is one. */
  terminal: z.object({ columns: z.int().positive() }).optional(),
})
export type OwnerRequest = z.output<typeof ownerRequestSchema>

/** What comes back: any number of texts, then the exit code. One JSON object a line, in both directions. */
export const ownerReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stdout'), text: z.string() }),
  z.object({ kind: z.literal('stderr'), text: z.string() }),
  z.object({ kind: z.literal('exit'), code: z.int().min(0).max(255) }),
])
type OwnerReply = z.output<typeof ownerReplySchema>

const brokeOff: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])

/** The lines of a connection as JSON. Ends with it, also when it breaks off; throws SyntaxError for a line that is none. */
export async function* jsonLines(socket: Socket): AsyncGenerator<unknown> {
  if (socket.destroyed) return
  const lines = createInterface({ input: socket })
  // A connection that is reset closes without an end, and readline would wait for that end for ever.
  socket.once('close', () => lines.close())
  try {
    for await (const line of lines) if (line !== '') yield JSON.parse(line)
  } catch (error) {
    if (!brokeOff.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** Writes one line and resolves when there is room for more: a slow reader holds up the command, not our memory. */
export async function writeLine(socket: Socket, value: OwnerReply | OwnerRequest): Promise<void> {
  if (socket.destroyed || socket.write(`${JSON.stringify(value)}\n`)) return
  await new Promise<void>((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go)
      resolve()
    }
    socket.once('drain', go).once('close', go)
  })
}
