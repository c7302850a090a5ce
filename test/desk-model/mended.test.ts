import { beforeAll, expect, test } from 'vitest'
import type { Understander } from '../../src/language/understand.ts'
import { understanderForTests } from '../conversation/support/open-desk.ts'
import type { Act, AgentAct } from './acts.ts'
import { runActs } from './run-acts.ts'

// What the random runs found once, each as the fewest acts that show it.

let understander: Understander
beforeAll(async () => {
  understander = await understanderForTests()
})

const at = { c: 'clara', old: 0 } as const
const by = (a: AgentAct['a']) => ({ a, ...at })
const ask: Act = { k: 'ask', c: 'clara', consent: 'without' }
const carry: Act = { k: 'carry' }
const free: Act = { k: 'free', c: 'clara' }
const claim: Act = { k: 'claim', ...by('helena') }
const write: Act = { k: 'write', ...by('helena') }
const close = (outcome: 'closed' | 'resolved' | 'waiting-customer'): Act => ({ k: 'close', outcome, ...by('helena') })
const talking = [ask, carry, claim]

const cases: readonly (readonly [string, readonly Act[]])[] = [
  [
    'who withdraws what they wait about is called for no longer, and nothing of a talk about it is lost',
    [ask, carry, { k: 'withdraw', c: 'clara' }, claim, free, write],
  ],
  ['what an agent writes about a closed ticket reaches the customer', [...talking, close('closed'), carry, write]],
  [
    'a change follows a message that is long past',
    [ask, free, carry, { k: 'pass', minutes: 720 }, { k: 'edit', c: 'clara', at: 0 }],
  ],
  [
    'two replies from one state of the card that begin alike both arrive, each once',
    [...talking, { k: 'box', times: 2, other: true, ...by('helena') }],
  ],
  [
    'a file between a question and its answer leaves what is in the making',
    [{ k: 'together', acts: [ask as never, { k: 'file', c: 'clara' }], seed: 0 }],
  ],
  [
    'of a ticket that is talked about again nobody else still has the end of the first talk to write',
    [
      ...talking,
      { k: 'stop', c: 'clara' },
      ask,
      { k: 'pass', minutes: 11 },
      { k: 'claim', ...by('amelia') },
      { k: 'write', ...by('amelia') },
    ],
  ],
  ['what was written when a ticket is closed reaches the customer', [...talking, close('closed')]],
  [
    'what was written when a ticket becomes what it is already reaches the customer too',
    [...talking, close('waiting-customer'), carry, close('waiting-customer'), close('resolved'), close('resolved')],
  ],
  [
    'an ending that is refused is shown to the agents with its words',
    [...talking, carry, { k: 'mishap', what: 'refused' }, { k: 'mishap', what: 'refused' }, close('resolved'), carry],
  ],
  [
    'an answer about a ticket can be changed and taken back like words in a talk',
    [
      ...talking,
      close('resolved'),
      write,
      carry,
      { k: 'edit-own', at: 0, ...by('helena') },
      carry,
      { k: 'delete-own', at: 0, ...by('helena') },
    ],
  ],
  [
    'that words could not be taken back is told',
    [
      ...talking,
      write,
      carry,
      { k: 'later-mishap', what: 'refused' },
      { k: 'later-mishap', what: 'refused' },
      { k: 'delete-own', at: 0, ...by('helena') },
      carry,
    ],
  ],
  [
    'who asks for a person while an agent closes the ticket waits on, with the ticket open',
    [
      ...talking,
      close('waiting-customer'),
      { k: 'together', acts: [close('closed') as never, ask as never], seed: 0 },
      write,
    ],
  ],
]

test.each(cases)('%s', async (_, acts) => {
  await runActs(acts, { now: '2026-11-23T10:00:00Z', onDisk: false, understander })
})

test('words behind a card that could not begin its thread go behind the next one', async () => {
  const acts: readonly Act[] = [ask, free, { k: 'mishap', what: 'refused' }, carry]
  const { stage, words } = await runActs(acts, { now: '2026-11-23T10:00:00Z', onDisk: false, understander })
  const sent = stage.teams.attempts.filter(({ how, kind }) => how === 'send' && kind === 'words')
  expect(sent.map(({ text, outcome }) => [text, outcome])).toEqual([
    [`Clara: wobble quartz ${words[0]?.token}`, 'sent'],
  ])
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a case closed in the moment in which its customer calls somebody again: one comes after the other (%i)',
  async (seed) => {
    const atOnce = [{ k: 'ask', c: 'clara', consent: 'with' }, close('closed'), { k: 'note', ...by('helena') }] as never
    const acts: readonly Act[] = [...talking, { k: 'stop', c: 'clara' }, { k: 'together', acts: atOnce, seed }]
    await runActs(acts, { now: '2026-11-23T10:00:00Z', onDisk: false, understander })
  },
)
