import { expect, test } from 'vitest'
import { actOnSuspension } from '../../src/collections/act-on-suspension.ts'
import { proposeSuspension } from '../../src/collections/propose-suspension.ts'
import { type CarriedOut, manual, type Provisioning } from '../../src/collections/provisioning.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { adega, at, aWorld, id, now, type World } from './suspension-world.ts'

const due = at('2026-11-30T10:00:00Z')

/** Something that does it without people: it answers as told, and then that it is done. */
function machine(...answers: (CarriedOut | 'dies')[]) {
  const asked: string[] = []
  const provisioning: Provisioning = {
    ...manual(),
    carryOut: async (_, task) => {
      asked.push(task.id)
      const answer = answers.shift() ?? { kind: 'done' }
      if (answer === 'dies') throw new Error('dead')
      return answer
    },
  }
  return { asked, how: async () => provisioning }
}

async function announced(): Promise<World> {
  const world = await aWorld()
  await world.known('2026-11-30')
  await world.documents.change((unit) =>
    proposeSuspension(unit, { customer: adega.id, invoices: [id('u-1')], by: 'saldo', now }),
  )
  for (const [who, kind] of [
    ['amelia', 'approve'],
    ['bruno', 'told'],
  ] as const) {
    const by = await world.as(who)
    const order = { suspension: 'S-1001', act: { kind }, by, now, event: kind, provisioning: manual() }
    await world.documents.change((unit) => actOnSuspension(unit, order))
  }
  return world
}

test('what needs no person is done step by step, again where it failed or its process died, and undone when it is paid', async () => {
  const world = await announced()
  const { asked, how } = machine({ kind: 'done' }, { kind: 'failed' }, 'dies')
  const strike = (when = due) => strikeSuspensions(world.documents, when, how)
  await strike()
  await strike()
  expect(asked).toEqual(['suspend-1', 'suspend-2'])
  await expect(strike()).rejects.toThrow('dead')
  await strike()
  expect(asked).toEqual(['suspend-1', 'suspend-2', 'suspend-2', 'suspend-2'])
  expect(await world.get('S-1001')).toMatchObject({ state: 'suspended' })
  await world.pay('u-1')
  await strike()
  await strike()
  const { state, tasks } = await world.get('S-1001')
  expect(state).toBe('restored')
  expect(tasks.every(({ done }) => done?.by === 'saldo')).toBe(true)
})

test('until it is approved and its day has come, nothing is asked of it', async () => {
  const world = await aWorld()
  const { asked, how } = machine()
  await world.documents.change((unit) =>
    proposeSuspension(unit, { customer: adega.id, invoices: [id('u-1')], by: 'saldo', now }),
  )
  await strikeSuspensions(world.documents, at('2027-11-30T10:00:00Z'), how)
  expect(asked).toEqual([])
  const ready = await announced()
  await strikeSuspensions(ready.documents, at('2026-11-29T10:00:00Z'), how)
  expect(asked).toEqual([])
})
