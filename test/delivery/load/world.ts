import type { CourierTools } from '../../../src/delivery/courier.ts'
import type { Saw } from './teams-side.ts'

/** Where a campaign runs: with real connections and real time, or with time that passes only when everybody waits. */
export type World = Pick<CourierTools, 'documents' | 'channel' | 'clock' | 'milliseconds' | 'wait'> & {
  readonly serviceUrl: string
  /** What Teams saw so far. */
  saw(): Promise<Saw>
  /** Lets time pass until then. */
  until<T>(done: Promise<T>): Promise<T>
  close(): Promise<void>
}
