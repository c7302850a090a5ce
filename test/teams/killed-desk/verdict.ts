import type { Delivered } from './deliverer.ts'
import { aftermathOf, type Fate, fateOf } from './fate.ts'
import { outOfOrder } from './in-order.ts'
import { postsTaken } from './posts-taken.ts'
import type { Records } from './records.ts'
import { repliesTwice } from './replies-twice.ts'
import type { Taken } from './teams-side.ts'
import { untold } from './untold.ts'
import type { Counts, Written } from './written.ts'

/** All that is known when it is over. */
export type Evidence = {
  readonly records: Records
  readonly taken: readonly Taken[]
  readonly delivered: ReadonlyMap<string, Delivered>
  readonly written: readonly Written[]
  readonly counts: Counts
}

/** What must not be, each with what stands about it, and what was, in a line. */
export function verdictOn(evidence: Evidence) {
  const { records, taken, delivered, written, counts } = evidence
  const fates = Map.groupBy(written, (words) => fateOf(words, evidence))
  const count = (...all: Fate[]) => all.reduce((sum, fate) => sum + (fates.get(fate)?.length ?? 0), 0)
  const all = (fate: Fate) => (fates.get(fate) ?? []).map((words) => aftermathOf(words, evidence))
  const posts = postsTaken(records, taken)
  return {
    faults: {
      doubled: all('doubled'),
      lost: all('lost'),
      hidden: all('hidden'),
      leaked: all('leaked'),
      waiting: records.lines.filter((line) => line.posts.length > 0),
      takenForNothing: posts.strange,
      neverTaken: posts.missing,
      outOfOrder: outOfOrder(records, taken, written),
      repliesTwice: repliesTwice(taken, delivered),
      untold: untold(records),
    },
    sent: count('sent'),
    unnoted: posts.unknown.length,
    line:
      `${counts.claims} claims, ${counts.relays} relays, ${counts.closings} closings: ${count('sent')} sent, ` +
      `${count('shown')} unknown and shown, ${count('doubled')} doubled, ${count('lost', 'hidden')} lost; ` +
      `${count('note')} notes, ${count('bot')} answered by the bot, ${count('never')} that Teams gave up; ` +
      `${posts.sends} posts taken, ${posts.unknown.length} of them not noted`,
  }
}
