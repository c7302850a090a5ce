import { z } from 'zod'
import { type Policy, policies, policyKey, policySchema } from '../../../src/collections/policy.ts'
import { putStanding, type Standing, standingOf } from '../../../src/collections/standing.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { partner } from '../../ledger/examples.ts'
import type { Desk } from '../support/open-desk.ts'
import { plainSpaces } from '../support/read-transcript.ts'
import { adega, type Known } from '../support/small-desk.ts'

type Written = z.input<typeof policySchema>

/** Promises reach thirty days ahead, twice for a bill, for all of it or at least a half; a broken one leads to a warning. */
export const aPolicy = (over: Partial<Written> = {}): Policy =>
  policySchema.parse({
    partner,
    name: 'standard',
    effective: '2026-01-01',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    stages: [
      { id: 'before', when: 'before', days: 7, action: 'remind' },
      { id: 'due', when: 'after', days: 0, action: 'remind' },
      { id: 'warning', when: 'after', days: 14, action: 'warn' },
      { id: 'person', when: 'after', days: 21, action: 'person' },
    ],
    promises: { days: 30, atMost: 2, atLeast: '50', broken: 'warning' },
    ...over,
  })

export async function givePolicy(documents: Documents, policy: Policy = aPolicy()): Promise<void> {
  await documents.change(async (unit) => {
    const key = policyKey(policy)
    const stored = await unit.get(policies, key)
    unit.put(policies, key, z.encode(policySchema, policy), stored?.revision ?? 0)
  })
}

/** How it stands with Adega, as stored. */
export const standingOfAdega = async (documents: Documents): Promise<Standing> =>
  (await standingOf(documents, adega.id)).standing

/** As if nothing had ever been promised, held or stopped, but for what is said here. */
export const startAnew = (documents: Documents, over: Partial<Standing> = {}): Promise<void> =>
  documents.change(async (unit) => {
    const { revision } = await standingOf(unit, adega.id)
    const blank = { customer: adega.id, reached: [], contacted: [], promises: [], holds: [], noticed: [] }
    putStanding(unit, { ...blank, ...over }, revision)
  })

/** One person at the desk, a conversation a test. */
export function talkAt(desk: Desk) {
  let talks = 0
  const talk = {
    conversation: '',
    anew(): void {
      talk.conversation = `talk-${++talks}`
    },
    async says(text: string, who: Known = 'clara') {
      const reply = await desk.ask(who, text, { conversation: talk.conversation, locale: 'en' })
      return { kind: reply.answer.kind, text: plainSpaces(reply.words.text) }
    },
    async clicks(data: object, who: Known = 'clara', more: { activity?: string } = {}) {
      const what = { kind: 'action', verb: 'ask', data } as const
      const { replies } = await desk.say(who, what, { conversation: talk.conversation, locale: 'en', ...more })
      return { kind: replies[0]?.answer.kind, text: plainSpaces(replies[0]?.words.text ?? '') }
    },
  }
  return talk
}
