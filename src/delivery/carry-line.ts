import { type Instant, later } from '../values/day.ts'
import type { Carrying } from './carrying.ts'
import type { Channel, Sending, Sent } from './channel.ts'
import { type Delivery, type Destination, type Line, putLine, readLine } from './line.ts'
import { type Errand, nextStep } from './next-step.ts'
import { noteOutcome } from './note-outcome.ts'
import { placeOf } from './pace.ts'
import type { Post } from './post.ts'
import { type Taken, takePost } from './take-post.ts'

/** Milliseconds that a line is kept in hand for its pace; a longer wait is written down, and somebody comes back. */
const patience = 1_100
/** Milliseconds that a line comes back before its turn: nobody looks all the time, and taking it takes a moment. */
const lead = 500
/** Milliseconds between two posts in which others get to the line: whoever queues there would lose to this courier again and again, and give up. */
const breath = 20

/** Works on a line that was claimed until nothing of it can be sent now. Returns how many posts settled. Throws faults. */
export async function carryLine(carrying: Carrying, claimed: Line): Promise<number> {
  const { clock, passing, isStopping, wait, holder } = carrying
  let count = 0
  for (let line: Line | undefined = claimed; line?.holder === holder; ) {
    if (isStopping()) {
      await putBack(carrying, line.id, clock.now())
      break
    }
    const isSend = nextStep(line).kind === 'send'
    const left = isSend ? await turnOf(carrying, line.to) : 0
    if (left > 0) {
      await putBack(carrying, line.id, later(passing.now(), Math.max(left - lead, breath)))
      break
    }
    const done: Done = await carryPost(carrying, line, isSend)
    for (const delivery of done.ended) carrying.noted(delivery)
    count += done.ended.length
    line = done.line
    if (line?.holder === holder && done.ended.length > 0) await wait(breath)
  }
  return count
}

/** `line` is there to go on with. */
type Done = { readonly line?: Line; readonly ended: readonly Delivery[] }

async function carryPost(carrying: Carrying, { id, to }: Line, mayBeSent: boolean): Promise<Done> {
  const { documents, pace, milliseconds } = carrying
  const taken: Taken = await documents.change((unit) => takePost(unit, carrying, id, mayBeSent))
  if (taken.kind === 'sending') return note(carrying, id, taken.post, await sendOne(carrying, taken))
  if (mayBeSent) pace.release(placeOf(to), milliseconds())
  switch (taken.kind) {
    case 'done':
      return { ended: [] }
    case 'ready':
      return { line: taken.line, ended: [] }
    case 'settled':
      return taken
  }
}

async function sendOne(
  carrying: Carrying,
  { to, post, errand }: { readonly to: Destination; readonly post: Post; readonly errand: Errand },
): Promise<Sent> {
  const { channel, pace, milliseconds, fault } = carrying
  const sent = await run(channel, to, errand, { post: post.id, leaving: () => leave(carrying, to) })
  if (sent.kind !== 'refused') return sent
  if (sent.cause !== undefined) fault(sent.cause)
  if (sent.retry?.after) pace.hold(placeOf(to), milliseconds() + sent.retry.after)
  return sent
}

function run(channel: Channel, to: Destination, errand: Errand, options: Sending): Promise<Sent> {
  switch (errand.how) {
    case 'send':
      return channel.send(to, errand.content, options)
    case 'update':
      return channel.update(to, errand.activity, errand.content, options)
    case 'remove':
      return channel.remove(to, errand.activity, options)
  }
}

/** Laying it out took some longer than others: those that come together here leave one after another. */
async function leave({ pace, milliseconds, wait }: Carrying, to: Destination): Promise<void> {
  const place = placeOf(to)
  for (;;) {
    const left = pace.depart(place, milliseconds())
    if (left === 0) return
    await wait(left)
  }
}

async function note(carrying: Carrying, line: string, post: Post, sent: Sent): Promise<Done> {
  const { documents, clock, passing } = carrying
  const noted = await documents.change((unit) =>
    noteOutcome(unit, { ...carrying, line, post, sent, now: clock.now(), passing: passing.now() }),
  )
  return noted.kind === 'settled' ? noted : { ended: noted.ended }
}

/** Waits for the line's turn, if that is soon. Returns 0 when it came, and is counted; else the milliseconds that are left. */
async function turnOf({ pace, milliseconds, wait }: Carrying, to: Destination): Promise<number> {
  const place = placeOf(to)
  const until = milliseconds() + patience
  for (;;) {
    const now = milliseconds()
    const left = pace.reserve(place, now, Math.max(until - now, 0))
    if (now + left > until) return left
    if (left === 0) return 0
    await wait(left)
    // The channel may have asked for quiet meanwhile.
    if (pace.held(place, milliseconds()) === 0) return 0
    pace.release(place, milliseconds())
  }
}

/** Leaves the line to whoever comes then. */
async function putBack({ documents, holder }: Carrying, id: string, due: Instant): Promise<void> {
  await documents.change(async (unit) => {
    const stored = await readLine(unit, id)
    if (stored?.line.holder !== holder) return
    putLine(unit, { ...stored.line, due, holder: undefined }, stored.revision)
  })
}
