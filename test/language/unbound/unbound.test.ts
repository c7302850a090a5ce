import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { UnboundFigure } from '../../../src/language/figures.ts'
import { say } from '../../../src/language/say.ts'
import type { Answer } from '../../../src/values/answer.ts'
import { languages } from '../../../src/values/language.ts'
import { pickFrom } from '../../oracle/invented-lines.ts'
import { figuresIn, unboundIn } from './figures-in.ts'
import { inventedAnswer, leadKinds, refilled } from './invented-answers.ts'
import { everyAsking, openConversations } from './real-replies.ts'
import { Tally } from './tally.ts'

const long = process.env.SALDO_LONG !== undefined
const counts = long
  ? { samples: [1, 2, 3], customers: 14, turns: 1500, refills: 16_000, invented: 40 }
  : { samples: [1], customers: 14, turns: 120, refills: 200, invented: 2 }

// The long counts take minutes.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const all = new Tally()
const real = new Map<string, Answer>()

/** Says an answer as the conversation does, with no way out for a figure that is stopped. */
function saying(answer: Answer, tally: Tally, stopped: string[]): void {
  for (const language of languages) {
    try {
      const reply = { answer, language, words: say(answer, language) }
      for (const each of [tally, all]) each.take(reply)
    } catch (error) {
      if (!(error instanceof UnboundFigure)) throw error
      stopped.push(`${answer.kind} ${language}: ${error.message}`)
    }
  }
}

describe('the checker knows a figure by itself', () => {
  test.each([
    ['It is €1,234.50, 5 – 18 October 2026.', ['1,234.50', '5', '18', '2026']],
    ['1\u00a0234,50 € de NOR-2026-0001', ['1\u00a0234,50', '2026', '0001']],
    ['no figure', []],
  ])('%s', (text, figures) => expect(figuresIn(text)).toEqual(figures))

  test('and one that no fact has', () => {
    expect(unboundIn('1 of 1,234 is 5', ['1', '234', '1,234.50', '5 €'])).toEqual(['1,234'])
  })
})

describe.each(counts.samples)('conversations on sample %i', (seed) => {
  let open: Awaited<ReturnType<typeof openConversations>>
  beforeAll(async () => {
    open = await openConversations({ customers: counts.customers, months: 6, seed })
  })
  afterAll(() => open.close())

  test('no reply has a figure that is bound to no fact, and none is stopped', async () => {
    const tally = new Tally()
    const askings = [...everyAsking(open.filled)]
    // A step that has no divisor with the number of questions comes by everybody and everything.
    for (let turn = 0; turn < counts.turns; turn++) {
      const asking = askings[(turn * 104_729) % askings.length]
      for (const reply of asking ? await open.talk(asking) : []) {
        for (const each of [tally, all]) each.take(reply)
        real.set(`${reply.answer.kind} ${real.size % 400}`, reply.answer)
      }
    }
    console.log(`conversations, ${askings.length} questions to take from: ${tally}`)
    expect(tally.unbound).toEqual([])
    expect(tally.kinds).not.toContain('failed')
    expect(tally.kinds.size).toBeGreaterThan(30)
  })
})

test('answers of those conversations, filled with other values of the same types, go out with no unbound figure', () => {
  const [tally, stopped, pick] = [new Tally(), [] as string[], pickFrom(7)]
  const answers = [...real.values()]
  for (let at = 0; at < counts.refills; at++) saying(refilled(pick, answers[at % answers.length]!), tally, stopped)
  console.log(`refilled answers: ${tally}`)
  expect(stopped).toEqual([])
  expect(tally.unbound).toEqual([])
})

test('every kind, note, next step and chart, filled with whatever can be said, goes out with no unbound figure', () => {
  const [tally, stopped, pick] = [new Tally(), [] as string[], pickFrom(11)]
  for (let round = 0; round < counts.invented; round++)
    for (const kind of leadKinds) saying(inventedAnswer(pick, kind), tally, stopped)
  console.log(`invented answers: ${tally}`)
  expect(stopped).toEqual([])
  expect(tally.unbound).toEqual([])
  expect(tally.kinds.size).toBe(leadKinds.length)
})

test('that is as many figures as were wanted', () => {
  console.log(`${all.inMessages} figures in ${all.messages} messages, ${all.unbound.length} unbound`)
  expect(all.inMessages).toBeGreaterThanOrEqual(long ? 1_000_000 : 20_000)
})
