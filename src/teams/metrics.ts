import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What became of a turn: `answered`, `repeated` (answered before), `ignored`, `refused` (not acceptable), `failed`. */
export type TurnOutcome = 'answered' | 'repeated' | 'ignored' | 'refused' | 'failed'

export type Metrics = {
  turn(outcome: TurnOutcome, seconds: number): void
  /** A send to the channel: `ok`, the HTTP status of the error, or `none` when no answer came. */
  send(status: number | 'ok' | 'none'): void
  /** A message of Saldo's own accord that settled: `sent`, `failed`, `unknown`, `withheld`. */
  post(state: string): void
  /** Prometheus text format. */
  text(): Promise<string>
  readonly contentType: string
}

/** Metrics in a registry of their own, so that several servers of one process do not add up. */
export function metricsOf(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const turns = new Counter({ name: 'saldo_turns_total', help: 'Turns by outcome', labelNames: ['outcome'], registers })
  const duration = new Histogram({
    name: 'saldo_turn_seconds',
    help: 'From the request to its response',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  })
  const sends = new Counter({
    name: 'saldo_sends_total',
    help: 'Sends to the channel by HTTP status',
    labelNames: ['status'],
    registers,
  })
  const posts = new Counter({
    name: 'saldo_posts_total',
    help: 'Messages of its own accord by what became of them',
    labelNames: ['state'],
    registers,
  })
  return {
    turn(outcome, seconds) {
      turns.inc({ outcome })
      duration.observe(seconds)
    },
    send: (status) => sends.inc({ status: String(status) }),
    post: (state) => posts.inc({ state }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
