import fc from 'fast-check'
import type { Mishap } from '../scenarios/support/teams-stand-in.ts'

export const customers = ['clara', 'rui', 'james'] as const
export type Customer = (typeof customers)[number]
/** Sara has no part in cases. */
export const agents = ['helena', 'amelia', 'bruno', 'sara'] as const
export type Agent = (typeof agents)[number]

export const outcomes = ['resolved', 'closed', 'waiting-customer', 'waiting-microsoft', 'open'] as const

export type CustomerAct =
  /** `dies`: the process ends before its reply left, and Teams delivers the message again. */
  | { readonly k: 'free' | 'question'; readonly c: Customer; readonly dies?: boolean }
  | { readonly k: 'ask'; readonly c: Customer; readonly consent: 'with' | 'without' | 'no' }
  | { readonly k: 'stop' | 'end-label' | 'file' | 'open-ticket' | 'withdraw' | 'not-solved'; readonly c: Customer }
  | { readonly k: 'edit' | 'delete' | 'repeat'; readonly c: Customer; readonly at: number }

export type AgentAct = { readonly a: Agent; readonly c: Customer; readonly old: number } & (
  | { readonly k: 'claim' | 'write' | 'note' | 'note-box' | 'mention' | 'end' | 'return' | 'queue' }
  | { readonly k: 'close'; readonly outcome: (typeof outcomes)[number] }
  | { readonly k: 'transfer'; readonly to: Agent }
  /** The reply box, `times` with what the card carries, then once more with other words. */
  | { readonly k: 'box'; readonly times: 1 | 2; readonly other: boolean }
  | { readonly k: 'resend' | 'edit-own' | 'delete-own'; readonly at: number }
)

export type WorldAct =
  | { readonly k: 'pass'; readonly minutes: number }
  | { readonly k: 'strike' | 'carry' | 'carry-two' | 'restart' | 'reopen' }
  | { readonly k: 'crash'; readonly dies: 'before' | 'after'; readonly restart: boolean }
  | { readonly k: 'mishap' | 'later-mishap'; readonly what: Mishap }

export type SingleAct = CustomerAct | AgentAct | WorldAct
export type Act = SingleAct | { readonly k: 'together'; readonly acts: readonly SingleAct[]; readonly seed: number }

const c = fc.constantFrom(...customers)
const usual = fc.oneof({ weight: 5, arbitrary: fc.constant('clara' as const) }, { weight: 2, arbitrary: c })
const at = fc.nat(7)
const a = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('helena' as const, 'amelia' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...agents) },
)
const who = {
  a,
  c: usual,
  old: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2) }),
}

const byCustomer: fc.Arbitrary<CustomerAct> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ k: fc.constant('free' as const), c: usual }) },
  { weight: 1, arbitrary: fc.record({ k: fc.constant('free' as const), c: usual, dies: fc.constant(true) }) },
  { weight: 2, arbitrary: fc.record({ k: fc.constant('question' as const), c: usual }) },
  {
    weight: 6,
    arbitrary: fc.record({
      k: fc.constant('ask' as const),
      c: usual,
      consent: fc.constantFrom('with' as const, 'without' as const, 'without' as const, 'no' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      k: fc.constantFrom('stop', 'end-label', 'file', 'open-ticket', 'withdraw', 'not-solved' as const),
      c: usual,
    }),
  },
  { weight: 3, arbitrary: fc.record({ k: fc.constantFrom('edit', 'delete', 'repeat' as const), c: usual, at }) },
)

const byAgent: fc.Arbitrary<AgentAct> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ k: fc.constant('claim' as const), ...who }) },
  { weight: 6, arbitrary: fc.record({ k: fc.constant('write' as const), ...who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      k: fc.constantFrom('note', 'note-box', 'mention', 'end', 'return', 'queue' as const),
      ...who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ k: fc.constant('close' as const), outcome: fc.constantFrom(...outcomes), ...who }),
  },
  { weight: 1, arbitrary: fc.record({ k: fc.constant('transfer' as const), to: fc.constantFrom(...agents), ...who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      k: fc.constant('box' as const),
      times: fc.constantFrom(1 as const, 2 as const),
      other: fc.boolean(),
      ...who,
    }),
  },
  { weight: 3, arbitrary: fc.record({ k: fc.constantFrom('resend', 'edit-own', 'delete-own' as const), at, ...who }) },
)

const mishap = fc.constantFrom<Mishap>('refused', 'retry', 'unknown', 'arrived-unknown')
/** Two minutes, over an offer's end, hours, a night, a weekend, past the week that confirms. */
const minutes = fc.constantFrom(2, 2, 11, 90, 12 * 60, 15 * 60, 63 * 60, 8 * 24 * 60)

const byWorld = (reopens: boolean): fc.Arbitrary<WorldAct> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant({ k: 'carry' as const }) },
    { weight: 1, arbitrary: fc.constant({ k: 'carry-two' as const }) },
    { weight: 3, arbitrary: fc.record({ k: fc.constant('pass' as const), minutes }) },
    { weight: reopens ? 6 : 1, arbitrary: fc.constant({ k: reopens ? ('reopen' as const) : ('restart' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        k: fc.constant('crash' as const),
        dies: fc.constantFrom('before' as const, 'after' as const),
        restart: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ k: fc.constantFrom('mishap', 'later-mishap' as const), what: mishap }) },
  )

/** What can happen in the same moment: time passes for nobody alone. */
const atOnce = fc.oneof(
  {
    weight: 3,
    arbitrary: byCustomer.filter(
      ({ k }) => k !== 'end-label' && k !== 'open-ticket' && k !== 'repeat' && k !== 'withdraw',
    ),
  },
  { weight: 5, arbitrary: byAgent },
  { weight: 1, arbitrary: fc.constantFrom<WorldAct>({ k: 'strike' }, { k: 'carry' }, { k: 'carry-two' }) },
)

/** What a customer does in several steps takes one after another of them, in the same moment as others. */
function possible(acts: readonly SingleAct[]): readonly SingleAct[] {
  const busy = new Set<string>()
  return acts.map((act): SingleAct => {
    if (!('c' in act) || 'a' in act) return act
    if (act.k === 'free') return { k: 'free', c: act.c }
    if (act.k === 'question' || act.k === 'file' || 'at' in act) return act
    if (busy.has(act.c)) return { k: 'question', c: act.c }
    busy.add(act.c)
    return act
  })
}

export const actFor = (reopens: boolean): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 6, arbitrary: byCustomer },
    { weight: 8, arbitrary: byAgent },
    { weight: 5, arbitrary: byWorld(reopens) },
    {
      weight: 3,
      arbitrary: fc.record({
        k: fc.constant('together' as const),
        acts: fc.array(atOnce, { minLength: 2, maxLength: 3 }).map(possible),
        seed: fc.nat(1000),
      }),
    },
  )
