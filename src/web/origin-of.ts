import type { IncomingMessage } from 'node:http'

/** This server's own address, as a program on this machine reaches it. */
export const originOf = (request: IncomingMessage): string => `http://127.0.0.1:${request.socket.localPort}`
