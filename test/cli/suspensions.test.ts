import { beforeAll, describe, expect, test } from 'vitest'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { instant } from '../../src/values/day.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { pay, withPolicy } from '../scenarios/support/collecting.ts'
import { lineOver } from './open-line.ts'
import { objectsIn } from './run-saldo.ts'

const desk = deskForTests()
const saldo = lineOver(
  () => desk.documents,
  () => desk.clock,
)
const as = (who: string) => ['--as', `${who}@partner.example`]
const suspensions = (...args: string[]) => saldo('suspensions', ...args)
const strike = (at: string) => {
  desk.clock.set(instant(at))
  return strikeSuspensions(desk.documents, instant(at))
}

beforeAll(async () => {
  desk.clock.set(instant('2026-11-23T10:00:00Z'))
  await withPolicy(desk.documents)
})

describe('saldo suspensions', () => {
  test('has nothing to show at first', async () => {
    expect((await suspensions()).err).toBe('There is no suspension to show.\n')
    expect(await suspensions('show', 'S-1001')).toMatchObject({ code: 1 })
  })

  test.each([
    ['helena', ['Adega', '--invoice', 'FT 2026/110'], /only a billing admin or an admin agent/],
    ['clara', ['Adega', '--invoice', 'FT 2026/110'], /.+/],
    ['bruno', ['Adega', '--invoice', 'FT 2026/101'], /nothing is due/],
    ['bruno', ['Adega', '--invoice', 'FT 2026/999'], /has no bill FT 2026\/999/],
    ['bruno', ['Serra', '--invoice', 'FT 2026/777'], /means several customers/],
    ['bruno', ['Nobody at all', '--invoice', 'X'], /no customer is called/],
  ])('refuses a proposal of %s with %j, and says why', async (who, args, why) => {
    const { code, err } = await suspensions('propose', ...args, ...as(who))
    expect(code).toBe(1)
    expect(err).toMatch(why)
  })

  test('proposes once, by staff', async () => {
    const propose = () => suspensions('propose', 'Adega', '--invoice', 'FT 2026/110', ...as('bruno'))
    expect((await propose()).out).toBe('S-1001 (Adega Vale Claro, Lda): proposed\n')
    expect((await propose()).out).toBe('S-1001 (Adega Vale Claro, Lda): proposed, as before\n')
    const { out } = await suspensions('--open')
    expect(out).toMatch(/S-1001 +proposed +Adega Vale Claro, Lda +FT 2026\/110 +.*Exchange Online \(Plan 1\).* bruno/i)
  })

  test('shows what it would do before anybody approves', async () => {
    const { out } = await suspensions('show', 's-1001')
    for (const said of [
      'Suspension S-1001: Adega',
      'up to 15 people, in 2 subscriptions',
      'Due now: €170.60',
      'proposed',
    ])
      expect(out).toContain(said)
    expect(out).toContain('Left alone: Azure plan (not billed)')
  })

  test('is approved by an admin agent alone, once', async () => {
    expect(await suspensions('approve', 'S-1001', ...as('bruno'))).toMatchObject({ code: 1 })
    const approve = () => suspensions('approve', 'S-1001', ...as('amelia'))
    expect((await approve()).out).toMatch(/S-1001 .*: approved; nobody of the customer could be told/)
    expect((await approve()).out).toMatch(/: approved, as before/)
    expect((await suspensions('decline', 'S-1001', ...as('amelia'), '--reason', 'no')).err).toMatch(/not the time/)
  })

  test('is told, recorded, carried out, undone and verified', async () => {
    expect((await suspensions('told', 'S-1001', ...as('bruno'))).out).toMatch(/announced; on 2026-11-30/)
    const noted = ['record', 'S-1001', '1', '--auto-renew', 'on', '--scheduled', '', ...as('bruno')]
    expect(await suspensions(...noted)).toMatchObject({ code: 0 })
    await strike('2026-11-30T10:00:00Z')
    const done = (task: string, who = 'amelia') => suspensions('done', 'S-1001', task, ...as(who))
    expect(await done('suspend-1', 'bruno')).toMatchObject({ code: 1 })
    await done('suspend-1')
    expect((await done('suspend-1')).out).toMatch(/executing, as before; open tasks: suspend-2/)
    expect((await suspensions('undone', 'S-1001', 'suspend-1', ...as('amelia'))).out).toMatch(/suspend-1, suspend-2/)
    expect((await done('suspend-1')).out).toMatch(/open tasks: suspend-2/)
    expect((await done('suspend-2')).out).toBe('S-1001 (Adega Vale Claro, Lda): suspended\n')
    await pay(desk.documents, 'p-9', desk.clock.now(), { 'a-2': '170.60' })
    await strike('2026-12-01T10:00:00Z')
    const [shown] = objectsIn((await suspensions('list', '--json')).out)
    expect(shown).toMatchObject({ id: 'S-1001', state: 'restoring', reason: 'paid', name: 'Adega Vale Claro, Lda' })
    for (const { id, done: ticked } of shown.tasks) if (!ticked && !/^verify/.test(id)) await done(id, 'bruno')
    await suspensions('verify', 'S-1001', '1', '--auto-renew', 'off', ...as('bruno'))
    const { out } = await suspensions('show', 'S-1001')
    expect(out).toMatch(/Before the suspension, .*Business Premium: auto-renew: on; scheduled changes: none\./)
    expect(out).toMatch(/auto-renew-1: set auto-renew as it was before: on – .*Business Premium/)
    expect(out).toContain('auto-renew was on, is now off')
    expect((await suspensions('verify', 'S-1001', '1', ...as('bruno'))).out).toMatch(/open tasks: verify-2/)
    expect((await done('verify-2', 'bruno')).out).toBe('S-1001 (Adega Vale Claro, Lda): restored\n')
    expect((await suspensions('--open')).err).toBe('There is no suspension to show.\n')
  })

  test('is withdrawn with a reason; without one it is wrong usage', async () => {
    // The day after that bill was due.
    desk.clock.set(instant('2026-12-09T10:00:00Z'))
    await pay(desk.documents, 'p-0', desk.clock.now(), {})
    const [id] = /S-\d+/.exec((await suspensions('propose', 'Adega', '--invoice', 'FT 2026/118', ...as('amelia'))).out)!
    expect(await suspensions('cancel', id, ...as('bruno'))).toMatchObject({ code: 2 })
    const cancel = () => suspensions('cancel', id, ...as('bruno'), '--reason', 'they called')
    expect((await cancel()).out).toMatch(/cancelled/)
    expect((await cancel()).out).toMatch(/cancelled, as before/)
  })
})
