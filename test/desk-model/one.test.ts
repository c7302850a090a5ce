import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { understanderForTests } from '../conversation/support/open-desk.ts'
import { runActs } from './run-acts.ts'

test('one', async () => {
  const [now, acts] = JSON.parse(readFileSync('/tmp/one.json', 'utf8'))
  await runActs(acts, { now, onDisk: false, understander: await understanderForTests(), debug: true } as never)
})
