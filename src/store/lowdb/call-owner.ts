import { createConnection, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { jsonLines, type OwnerRequest, ownerReplySchema, writeLine } from './owner-protocol.ts'
import { withOwnerSocket } from './owner-socket.ts'

/** Where to put what the owner says. */
type CallerOutput = { stdout(text: string): void; stderr(text: string): void }

/** An owner that has just started opens its door within this time. */
const patience = 3000

/**
 * Has the process that owns the folder run a command, passes on its output as it comes, and resolves with its exit code. Throws
 * when no process answers, or when it breaks off before the end.
 */
export async function callOwner(folder: string, request: OwnerRequest, output: CallerOutput): Promise<number> {
  const socket = await connect(folder)
  try {
    await writeLine(socket, request)
    for await (const line of jsonLines(socket)) {
      const reply = ownerReplySchema.parse(line)
      if (reply.kind === 'exit') return reply.code
      output[reply.kind](reply.text)
    }
  } finally {
    socket.destroy()
  }
  throw new Error(`the Saldo process that owns ${folder} stopped before the command ended`)
}

async function connect(folder: string): Promise<Socket> {
  const until = performance.now() + patience
  while (true) {
    try {
      return await withOwnerSocket(folder, dial)
    } catch (cause) {
      if (performance.now() > until) throw new Error(`no Saldo process answers for ${folder}`, { cause })
      await setTimeout(50)
    }
  }
}

function dial(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    socket.once('error', reject).once('connect', () => {
      // From here on a broken connection ends the reading of its lines.
      socket.off('error', reject).on('error', () => {})
      resolve(socket)
    })
  })
}
