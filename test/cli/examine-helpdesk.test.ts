import { beforeAll, expect, test } from 'vitest'
import { people, personKey } from '../../src/access/person.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { everybody } from '../conversation/support/small-desk.ts'
import { openHelpdesk } from './open-helpdesk.ts'
import { lineOver } from './open-line.ts'
import { objectsIn } from './run-saldo.ts'

const desk = deskForTests()
const saldo = lineOver(
  () => desk.documents,
  () => desk.clock,
)
const findings = async (about: string) =>
  objectsIn((await saldo('doctor', '--json')).out).filter((each) => each.about.startsWith(about))

let bare: Record<string, unknown>[]
beforeAll(async () => {
  bare = await findings('helpdesk')
  await openHelpdesk(desk)
})

test('the doctor says what a helpdesk lacks, and nothing of it has to be mended', () => {
  expect(bare).toMatchObject([
    { verdict: 'should', says: expect.stringMatching(/no helpdesk\.yaml.*no targets/) },
    { about: 'helpdesk channel', verdict: 'should', says: expect.stringContaining('@Saldo cases here') },
    { about: 'helpdesk staff', verdict: 'good' },
  ])
})

test('once it is there, says how to find out whether the app hears', async () => {
  expect(await findings('helpdesk')).toMatchObject([
    { verdict: 'good' },
    { about: 'helpdesk channel', verdict: 'good', says: expect.stringContaining('ChannelMessage.Read.Group') },
    { about: 'helpdesk staff', verdict: 'good' },
  ])
})

test('warns when nobody of the staff may take cases', async () => {
  await desk.documents.change(async (unit) => {
    for (const who of ['helena', 'bruno', 'amelia'] as const) {
      const id = personKey(everybody[who].tenant, everybody[who].objectId)
      unit.remove(people, id, (await unit.get(people, id))!.revision)
    }
  })
  expect(await findings('helpdesk staff')).toMatchObject([
    { verdict: 'should', says: expect.stringContaining('helpdesk-agent or billing-admin or admin-agent') },
  ])
})
