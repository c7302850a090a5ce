import { chmod, rm, stat } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { answerCommand, type CommandHandler } from './answer-command.ts'
import { withOwnerSocket } from './owner-socket.ts'

/** This process's hold on a data folder. Gone with the process, however that ends. */
export type FolderOwner = {
  /** Lets other processes run their commands here (callOwner). Those that called already are answered now. */
  serve(handler: CommandHandler): void
  /** Takes no more commands: a caller whose command has not begun is turned away, and may do it itself once the folder is free. */
  retire(): void
  release(): Promise<void>
}

type Ownership = { readonly kind: 'owner'; readonly owner: FolderOwner } | { readonly kind: 'in-use' }

/**
 * Takes an existing folder for this process, unless another has it. Two locks, because neither is enough: an abstract socket
 * (Linux) goes with its process and is taken by exactly one, but only within one network namespace; the socket file is seen by
 * whoever shares the folder, but outlives a killed process, and replacing a dead one is no single step.
 */
export async function ownFolder(folder: string): Promise<Ownership> {
  const lock =
    process.platform === 'linux' ? await listen(await abstractName(folder), (socket) => socket.destroy()) : undefined
  if (lock === 'in-use') return { kind: 'in-use' }
  const { promise: handler, resolve: serve } = Promise.withResolvers<CommandHandler>()
  const open = new Set<Socket>()
  let retired = false
  const door = await openDoor(folder, (socket) => {
    open.add(socket.once('close', () => open.delete(socket)))
    handler.then((handle) => answerCommand(socket, async (...asked) => (retired ? turnAway(socket) : handle(...asked))))
  })
  if (door === 'in-use') {
    await close(lock)
    return { kind: 'in-use' }
  }
  const retire = () => {
    retired = true
    door.close()
  }
  const release = async () => {
    for (const socket of open) socket.destroy()
    await close(door)
    await rm(join(folder, 'saldo.sock'), { force: true })
    await close(lock)
  }
  return { kind: 'owner', owner: { serve, retire, release } }
}

/** Broken off before a word: the caller knows that nothing of it was done. */
function turnAway(socket: Socket): number {
  socket.destroy()
  return 1
}

const openDoor = (folder: string, welcome: (socket: Socket) => void) =>
  withOwnerSocket(folder, async (path) => {
    if (await answers(path)) return 'in-use'
    await rm(join(folder, 'saldo.sock'), { force: true })
    const door = await listen(path, welcome)
    if (door !== 'in-use') await chmod(join(folder, 'saldo.sock'), 0o600)
    return door
  })

async function abstractName(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  return `\0saldo:${dev}:${ino}`
}

function listen(path: string, welcome: (socket: Socket) => void): Promise<Server | 'in-use'> {
  return new Promise((resolve, reject) => {
    // A caller may break off at any time; unheard, that error would end the process.
    const server = createServer((socket) => welcome(socket.on('error', () => {})))
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve('in-use') : reject(error),
    )
    // Owning a folder is no reason for a process to stay.
    server.listen(path, () => resolve(server.unref()))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

const close = (server: Server | undefined): Promise<void> =>
  new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()))
