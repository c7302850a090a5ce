import { createConnection, type Socket } from 'node:net'
import { jsonLines, type OwnerRequest, ownerReplySchema, writeLine } from './owner-protocol.ts'
import { withOwnerSocket } from './owner-socket.ts'

/** Where to put what the owner says. */
type CallerOutput = { stdout(text: string): void; stderr(text: string): void }

/**
 * Has the process that owns the folder run a command, passes on its output as it comes, and resolves with its exit code. Throws
 * when no process answers, or when it breaks off before the end: one that has just begun, or is about to end, has no open door.
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
  try {
    return await withOwnerSocket(folder, dial)
  } catch (cause) {
    throw new Error(`no Saldo process answers for ${folder}`, { cause })
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
