import { expect, test } from 'vitest'
import { assertBound, UnboundFigure } from '../../../src/language/figures.ts'
import { say } from '../../../src/language/say.ts'
import { languages } from '../../../src/values/language.ts'
import { pickFrom } from '../../oracle/invented-lines.ts'
import { figuresIn } from './figures-in.ts'
import { inventedAnswer, leadKinds } from './invented-answers.ts'
import { type Place, placesOf } from './places-of.ts'
import { plantings } from './plantings.ts'

const wanted = process.env.SALDO_LONG ? 100_000 : 1000
const pick = pickFrom(23)
const names = Object.keys(plantings)

/** The places with a figure of said messages of every kind in every language, round and round. */
function* places(): Generator<Place> {
  for (;;)
    for (const kind of leadKinds)
      for (const language of languages) {
        const answer = inventedAnswer(pick, kind)
        const found = placesOf({ answer, language, words: say(answer, language) })
        const where = Map.groupBy(
          found.filter(({ text }) => figuresIn(text).length > 0),
          (place) => place.where,
        )
        // One of each where: a card has so many texts that nothing else would come up.
        for (const same of where.values()) yield same[pick(same.length)] as Place
      }
}

type Saying = Pick<Place, 'text' | 'said'>

const isStopped = ({ text, said }: Saying): boolean => {
  try {
    assertBound(text, said)
    return false
  } catch (error) {
    if (error instanceof UnboundFigure) return true
    throw error
  }
}

test('every planted figure is caught, whatever it is and wherever it stands; without it the text goes out', () => {
  const counts = new Map<string, { planted: number; caught: number }>()
  const missed: string[] = []
  const wronglyStopped: string[] = []
  let [planted, tried] = [0, 0]
  for (const { where, text, said } of places()) {
    if (isStopped({ text, said })) wronglyStopped.push(`${where}: ${text}`)
    const name = names[tried++ % names.length] as string
    const changed = plantings[name]?.(pick, text, said)
    if (changed === undefined) continue
    planted += 1
    const isCaught = isStopped({ text: changed, said })
    if (!isCaught) missed.push(`${name}, ${where}: "${text}" as "${changed}" with ${JSON.stringify(said)}`)
    for (const key of [name, where]) {
      const { planted: before, caught } = counts.get(key) ?? { planted: 0, caught: 0 }
      counts.set(key, { planted: before + 1, caught: caught + (isCaught ? 1 : 0) })
    }
    if (planted >= wanted) break
  }
  const lines = [...counts].map(([name, count]) => `${name}: ${count.caught}/${count.planted}`)
  console.log(`${planted - missed.length} caught of ${planted} planted\n${lines.join('\n')}`)
  expect(wronglyStopped).toEqual([])
  expect(missed).toEqual([])
  for (const where of ['text', 'title', 'lead', 'row', 'note', 'button', 'chart', 'card'])
    expect(counts.get(where)?.planted, where).toBeGreaterThan(0)
}, 600_000)

test.each(['IV', 'five hundred', 'cinco', 'quinhentos euros', 'mil', 'XII', 'dozen'])(
  'a number in words is no figure: "%s" goes out',
  (word) => expect(isStopped({ text: `It comes to €1,234.50, ${word}.`, said: ['€1,234.50'] })).toBe(false),
)
