import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createConnection, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { jsonLines } from '../../src/store/lowdb/owner-protocol.ts'

/** A connection whose other end does `then` with it. */
async function connected(then: (socket: Socket) => void): Promise<Socket> {
  const server = createServer(then).listen(0)
  await once(server, 'listening')
  const socket = createConnection((server.address() as AddressInfo).port)
  socket.on('error', () => {})
  await once(socket, 'connect')
  server.close()
  return socket
}

async function linesOf(socket: Socket): Promise<unknown[]> {
  const lines: unknown[] = []
  for await (const line of jsonLines(socket)) lines.push(line)
  return lines
}

test('lines end with a connection that is closed', async () => {
  expect(await linesOf(await connected((socket) => socket.end('{"a":1}\n{"a":2}\n')))).toEqual([{ a: 1 }, { a: 2 }])
})

test('lines end with a connection that is reset, and with one that was gone before', async () => {
  expect(await linesOf(await connected((socket) => setTimeout(() => socket.resetAndDestroy(), 20)))).toEqual([])
  const gone = await connected((socket) => setTimeout(() => socket.resetAndDestroy(), 20))
  await new Promise((resolve) => gone.once('close', resolve))
  expect(await linesOf(gone)).toEqual([])
})
