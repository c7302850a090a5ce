import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { examinePolicy } from '../../src/cli/examine-policy.ts'
import { policies, policyKey, type policySchema } from '../../src/collections/policy.ts'
import { fixedClock } from '../../src/values/clock.ts'
import { instant } from '../../src/values/day.ts'
import { furnish } from '../conversation/support/small-desk.ts'
import { openStore } from '../formats/import-text.ts'
import { partner } from '../ledger/examples.ts'

type Written = z.input<typeof policySchema>

/** What is found on 22 November 2026, where one person may approve a suspension. */
async function found(over: Partial<Written> | 'none') {
  const documents = await openStore()
  await furnish(documents)
  if (over !== 'none')
    await documents.change(async (unit) => {
      const one: Written = {
        partner,
        name: 'standard',
        effective: '2026-06-01',
        hours: [{ weekday: 1, from: '09:00', to: '18:00' }],
        stages: [{ id: 'due', when: 'after', days: 0, action: 'remind' }],
        ...over,
      }
      unit.put(policies, policyKey(one), one, 0)
    })
  return examinePolicy({ documents, clock: fixedClock(instant('2026-11-22T10:00:00Z')) })
}

describe('the doctor says of the policy', () => {
  test.each([
    ['that there is none', 'none', /nobody is reminded of anything/],
    ['that it has not begun', { effective: '2026-11-23' }, /from 2026-11-23 on: until then nobody/],
    [
      'that its holidays end soon',
      { holidays: { PT: ['2026-12-25', '2027-01-20'] } },
      /holidays of PT end on 2027-01-20/,
    ],
    [
      'that nobody can give its second approval',
      { suspension: { noticeDays: 7, approvals: 2 } },
      /asks for 2 .* and 1 may/,
    ],
  ] as const)('%s', async (_, over, says) => {
    expect(await found(over as Partial<Written> | 'none')).toMatchObject([
      { about: `policy of ${partner}`, verdict: 'should', says: expect.stringMatching(says) },
    ])
  })

  test.each([
    ['on its first day', { effective: '2026-11-22' }],
    ['with holidays that go on', { holidays: { PT: ['2027-01-21'] } }],
    ['with one approval', { suspension: { noticeDays: 7 } }],
  ])('nothing is wrong %s', async (_, over) => {
    expect(await found(over)).toMatchObject([
      { verdict: 'good', says: expect.stringContaining('"standard" holds since') },
    ])
  })
})
