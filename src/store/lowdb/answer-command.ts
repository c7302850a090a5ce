import type { Socket } from 'node:net'
import { jsonLines, type OwnerRequest, ownerRequestSchema, writeLine } from './owner-protocol.ts'

/** Where a command's output goes. Each resolves when there is room for more. */
export type CommandOutput = {
  stdout(text: string): Promise<void>
  stderr(text: string): Promise<void>
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal
}

/** Runs a command and returns its exit code. */
export type CommandHandler = (request: OwnerRequest, output: CommandOutput) => Promise<number>

/** Answers one connection: reads its request, runs it, sends what it says and its exit code. Never throws. */
export async function answerCommand(socket: Socket, handle: CommandHandler): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  const output: CommandOutput = {
    stdout: (text) => writeLine(socket, { kind: 'stdout', text }),
    stderr: (text) => writeLine(socket, { kind: 'stderr', text }),
    signal: gone.signal,
  }
  const code = await run(socket, handle, output)
  await writeLine(socket, { kind: 'exit', code })
  socket.end()
}

async function run(socket: Socket, handle: CommandHandler, output: CommandOutput): Promise<number> {
  try {
    const { value } = await jsonLines(socket).next()
    const request = ownerRequestSchema.safeParse(value)
    if (request.success) return await handle(request.data, output)
    await output.stderr('the running Saldo does not understand this command: both must be of the same version\n')
    return 2
  } catch (error) {
    await output.stderr(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
