import type { Reading } from '../../store/documents.ts'
import type { Handoff } from '../../support/handoff.ts'
import { placeKey, repliesOf, turnRecords } from '../turn-record.ts'
import type { ErrandScene } from './errand-scene.ts'

const most = 12
const longest = 1000

type Said = NonNullable<Handoff['transcript']>

/** What the person and Saldo have written to each other lately, oldest first, as far as it is remembered. */
export async function saidBefore(reading: Reading, { state, recent, now }: ErrandScene): Promise<Said> {
  const range = { from: placeKey(state.id, Math.max(0, state.turns - most)), to: placeKey(state.id, state.turns) }
  const { items } = await reading.find(turnRecords, { index: 'place', ...range })
  return items.flatMap(({ data }): Said => {
    const words = recent?.of(data.key, now)
    // What else could be asked then is nothing to read now.
    const replies = repliesOf(data).map(({ words: { lead, rows } }) =>
      [lead, ...rows.map(({ text }) => text)].join('\n'),
    )
    return [
      ...(words ? [{ by: 'customer' as const, at: data.at, text: words.slice(0, longest) }] : []),
      ...(words && replies.length > 0
        ? [{ by: 'saldo' as const, at: data.at, text: replies.join('\n').slice(0, longest) }]
        : []),
    ]
  })
}
