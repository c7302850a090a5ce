import { describe, expect, test } from 'vitest'
import { decide } from '../../src/collections/decide.ts'
import { proposalDays } from '../../src/collections/proposal-days.ts'
import { standingAfter } from '../../src/collections/standing-after.ts'
import { addDays, day } from '../../src/values/day.ts'
import {
  aHold,
  aPolicy,
  aPromise,
  bill,
  decided,
  type Given,
  reached,
  situation,
  told,
  weekdays,
} from './decide/situations.ts'

const due = day('2026-11-30')
const late = (days: number) => addDays(due, days)
const stages = (...ids: string[]) =>
  aPolicy()
    .stages.filter(({ id }) => ids.includes(id))
    .map((stage) => ({ ...stage, minimum: undefined, fee: undefined }))

describe('a suspension is proposed for a bill that a reminder named, not sooner after it than the policy leaves between', () => {
  test.each([
    ['29 days late and never named: the stage that has come', [], 29, 'stage person'],
    ['30 days late and never named: it is warned of first', [], 30, 'stage warning'],
    ['300 days late and never named', [], 300, 'stage warning'],
    ['named only by what staff got', [reached('person', late(21))], 30, 'stage warning'],
    ['the day before, after a warning on its day', [reached('warning', late(14))], 29, 'stage person'],
    ['30 days late, after a warning on its day', [reached('warning', late(14))], 30, 'stage proposal'],
    ['30 days late, after nothing but a courtesy on its day', [reached('before', late(-7))], 30, 'stage proposal'],
    ['31 days late, after nothing but that', [reached('before', late(-7))], 31, 'stage proposal'],
    ['warned two days late, 31 days late', [reached('warning', late(16)), reached('person', late(21))], 31, 'done'],
    ['and 32', [reached('warning', late(16)), reached('person', late(21))], 32, 'stage proposal'],
    ['and 33', [reached('warning', late(16)), reached('person', late(21))], 33, 'stage proposal'],
    ['warned on day 40: the person is next', [reached('warning', late(40))], 41, 'stage person'],
    ['15 days after', [reached('warning', late(40)), reached('person', late(41))], 55, 'done'],
    ['16 days after', [reached('warning', late(40)), reached('person', late(41))], 56, 'stage proposal'],
    ['the earliest word counts', [reached('overdue', late(8)), reached('warning', late(17))], 31, 'stage proposal'],
    ['proposed already', [reached('proposal', late(30))], 40, 'end'],
  ] as const)('%s', (_, done, days, expected) => {
    expect(told(decided({ standing: { reached: [...done] } }, late(days)))).toEqual([`a: ${expected}`])
  })

  test('a policy that writes to nobody before proposes at once', () => {
    const policy = { stages: stages('person', 'proposal'), promises: undefined }
    expect(told(decided({ policy }, late(30)))).toEqual(['a: stage proposal'])
  })

  test('who wants no courtesies is warned all the same, where a courtesy is all that there is', () => {
    const policy = { stages: stages('before', 'proposal'), promises: undefined }
    const { person } = aPromise('2026-12-01')
    const stopped = { at: '2026-11-01T10:00:00Z' as never, by: person }
    expect(told(decided({ policy, standing: { stopped } }, late(29)))).toEqual(['a: stopped'])
    expect(told(decided({ policy, standing: { stopped } }, late(30)))).toEqual(['a: stage before'])
  })

  test('on a day on which nobody is written to, nothing is proposed either', () => {
    // 2027-01-02 is a Saturday.
    const decision = decided({ policy: { hours: weekdays } }, '2027-01-02')
    expect(decision).toMatchObject({ kind: 'none', reason: 'closed-day', next: { on: '2027-01-04', stage: 'warning' } })
  })

  test('each bill by itself: one is proposed, one is named first', () => {
    const invoices = [bill(), bill('b', '50.00')]
    const standing = { reached: [reached('warning', late(14))] }
    const decision = decided({ account: { invoices }, standing }, late(40))
    expect(told(decision)).toEqual(['a: stage proposal', 'b: stage warning'])
    expect(decision).toMatchObject({ kind: 'contact', stage: 'warning', staff: 'propose-suspension' })
  })
})

describe('a broken promise that leads to a proposal', () => {
  const policy = { promises: { days: 30, atMost: 2, broken: 'proposal' } }
  const promises = [aPromise('2026-12-05', { state: 'broken' })]
  test.each([
    ['leads there the day after, for who was reminded', [reached('due', late(0))], 6, 'stage proposal'],
    ['not before', [reached('due', late(0))], 5, 'done'],
    ['is warned of first, for who was not', [], 6, 'stage warning'],
  ] as const)('%s', (_, done, days, expected) => {
    expect(told(decided({ policy, standing: { promises, reached: [...done] } }, late(days)))).toEqual([
      `a: ${expected}`,
    ])
  })
})

test('what comes next says the day of the proposal: one look at day 40 and then every day', () => {
  let standing = situation().standing
  const seen: string[] = []
  for (let days = 40; days <= 60; days++) {
    const today = late(days)
    const decision = decide({ ...situation({}, today), standing }, today)
    if (decision.kind !== 'none')
      seen.push(`${days} ${decision.stage ?? ''}, next ${decision.next?.on ?? 'none'} ${decision.next?.stage ?? ''}`)
    standing = standingAfter(standing, decision, `contact ${today}`)
  }
  expect(seen).toEqual([
    `40 warning, next ${late(41)} person`,
    `41 person, next ${late(56)} proposal`,
    '56 proposal, next none ',
  ])
})

describe('the first day on which a suspension can be proposed', () => {
  const daysOf = (today: number, over: Given = {}) => {
    const { account, standing, rules } = situation(over, late(today))
    return rules && [...proposalDays(account, standing, rules, late(today)).values()]
  }
  const warned = (on: number) => [reached('warning', late(on))]
  test.each<[string, number, Given, string[]]>([
    ['with nothing said yet, before the due date', -1, {}, [late(30)]],
    ['with nothing said on day 8', 8, {}, [late(30)]],
    ['with nothing said on day 25: the warning has to come at the last', 25, {}, [late(46)]],
    ['with nothing said on day 40', 40, {}, [late(56)]],
    ['warned on its day', 20, { standing: { reached: warned(14) } }, [late(30)]],
    ['warned late', 41, { standing: { reached: warned(40) } }, [late(56)]],
    [
      'held beyond it',
      20,
      { standing: { reached: warned(14), holds: [aHold('held', late(1), late(50))] } },
      [late(51)],
    ],
    ['held without an end', 20, { standing: { reached: warned(14), holds: [aHold('held', late(1))] } }, []],
    ['where the policy proposes nothing', 20, { policy: { stages: stages('due', 'person'), promises: undefined } }, []],
  ])('%s', (_, today, over, expected) => {
    expect(daysOf(today, over)).toEqual(expected)
  })
})
