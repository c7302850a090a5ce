import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipPackage } from '../../../src/formats/zip-package.ts'
import { boundaryOf } from '../../../src/support/boundaries.ts'
import { casePackage } from '../../../src/support/escalation/case-package.ts'
import { plantedCase } from './planted-case.ts'

const count = process.env.SALDO_LONG ? 1000 : 100

test(`${count} packages hold no secret, no other customer's data, no cost and no margin`, () => {
  const survived: string[] = []
  const planted = { secrets: 0, foreign: 0, money: 0, people: 0 }
  for (let seed = 1; seed <= count; seed++) {
    const { file, plants } = plantedCase(seed)
    const made = casePackage(file, boundaryOf(file.service))
    const unzipped = Object.values(unzipSync(zipPackage(made.files))).map((bytes) => strFromU8(bytes))
    const everything = [made.text, ...unzipped, JSON.stringify(made.removed)].join('\n').toLowerCase()
    for (const { kind, needles } of plants) {
      planted[kind] += 1
      for (const needle of needles)
        if (everything.includes(needle.toLowerCase())) survived.push(`${seed} ${kind}: ${needle}`)
    }
    // What the case is about is still there, or nothing would be proved.
    for (const id of [file.ticket, file.customerTenant, ...file.subscriptions, ...file.correlations, file.contact.mail])
      expect(everything).toContain(id.toLowerCase())
    for (const fact of ['outlook shows error', 'since monday', 'restarted the service'])
      expect(everything).toContain(fact)
    expect(made.removed.length).toBeGreaterThan(0)
  }
  expect(survived).toEqual([])
  for (const each of Object.values(planted)) expect(each).toBeGreaterThan(count * 2)
})

test('the search finds what is there: without scrubbing every plant is found', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { file, plants } = plantedCase(seed)
    const everything = [file.summary, ...file.tried, ...Object.values(file.evidence)]
      .concat(
        file.timeline.map(({ what }) => what),
        file.transcript.map(({ text }) => text),
      )
      .join('\n')
    for (const { needles } of plants) for (const needle of needles) expect(everything).toContain(needle)
  }
})
