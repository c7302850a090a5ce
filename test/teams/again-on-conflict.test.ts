import { expect, test } from 'vitest'
import { RevisionConflict } from '../../src/store/documents.ts'
import { againOnConflict } from '../../src/teams/again-on-conflict.ts'

/** A turn that is overtaken so many times before it comes through. */
function overtaken(times: number) {
  let runs = 0
  const turn = async () => {
    if (++runs <= times) throw new RevisionConflict('tickets', 'T-1001')
    return runs
  }
  return { turn, runs: () => runs }
}

test.each([0, 1, 4])('a turn that was overtaken %i times comes through', async (times) => {
  expect(await againOnConflict(overtaken(times).turn)).toBe(times + 1)
})

test('a turn that is overtaken for the fifth time fails', async () => {
  const { turn, runs } = overtaken(5)
  await expect(againOnConflict(turn)).rejects.toThrow(RevisionConflict)
  expect(runs()).toBe(5)
})

test('any other fault is told at once', async () => {
  let runs = 0
  const turn = async () => {
    runs++
    throw new Error('no disk')
  }
  await expect(againOnConflict(turn)).rejects.toThrow('no disk')
  expect(runs).toBe(1)
})
