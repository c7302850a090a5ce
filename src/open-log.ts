import { destination, pino } from 'pino'
import type { Config } from './config.ts'
import type { Log } from './teams/log.ts'

/** JSON lines on standard error, written at once: what a process says before it dies is what one wants to read. */
export const openLog = ({ logLevel }: Config): Log =>
  pino({ level: logLevel, base: undefined }, destination({ dest: 2, sync: true }))
