import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Job, runJobs } from '../../src/jobs/run-jobs.ts'

function start(run: Job['run'], every = 10) {
  const faults: unknown[] = []
  const jobs = runJobs({ jobs: [{ name: 'job', every, run }], fault: (error) => faults.push(error) })
  onTestFinished(() => jobs.stop())
  return { ...jobs, faults }
}

/** A job whose runs end when they are told to. */
function heldJob() {
  const ends: (() => void)[] = []
  let running = 0
  let most = 0
  const run = async () => {
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running--
  }
  return { run, ends, most: () => most }
}

test('a job runs at once and again after its pause', async () => {
  let runs = 0
  start(async () => runs++)
  await expect.poll(() => runs).toBeGreaterThan(2)
})

test('a job that is woken runs without waiting for its pause', async () => {
  let runs = 0
  const { wake } = start(async () => runs++, 100_000)
  await expect.poll(() => runs).toBe(1)
  wake('job')
  await expect.poll(() => runs).toBe(2)
})

test('a job that is woken while it runs runs once more, after that run', async () => {
  const { run, ends, most } = heldJob()
  const { wake } = start(run, 100_000)
  await expect.poll(() => ends.length).toBe(1)
  for (const _ of [1, 2, 3]) wake('job')
  await wait(20)
  expect(ends.length).toBe(1)
  ends[0]?.()
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  await wait(20)
  expect([ends.length, most()]).toEqual([2, 1])
})

test('a run that fails is told, and the next comes', async () => {
  let runs = 0
  const { faults } = start(() => {
    runs++
    if (runs === 1) throw new Error('at once')
    return runs === 2 ? Promise.reject(new Error('later')) : Promise.resolve()
  })
  await expect.poll(() => runs).toBeGreaterThan(3)
  expect(faults).toEqual([new Error('at once'), new Error('later')])
})

test('stopping waits for the run that goes on, and none follows', async () => {
  const { run, ends } = heldJob()
  const { stop, wake } = start(run)
  await expect.poll(() => ends.length).toBe(1)
  wake('job')
  let stopped = false
  const stopping = stop().then(() => {
    stopped = true
  })
  await wait(20)
  expect(stopped).toBe(false)
  ends[0]?.()
  await stopping
  wake('job')
  await wait(30)
  expect(ends.length).toBe(1)
})
