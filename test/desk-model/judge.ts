import { deliveries } from '../../src/delivery/line.ts'
import { type Attempt, helpdeskChannel, type Shown } from '../scenarios/support/teams-stand-in.ts'
import { type Customer, customers } from './acts.ts'
import { counts } from './counts.ts'
import type { Word } from './word.ts'
import { Violation, type World } from './world.ts'

const arrived = ({ outcome }: Attempt): boolean =>
  outcome === 'sent' || outcome === 'arrived-unknown' || outcome === 'crash'
/** What the customer and the bot wrote, shown because the customer agreed. */
const isTranscript = (text: string): boolean => text.includes('\nSaldo: ')
const isAgain = (post = ''): boolean => post.endsWith('|again')
/** Words that are shown in their own thread once more, because nobody knows whether they stand there. */
const isShownAgain = (post = ''): boolean => post.includes('|settled ')

/** Everything has come to rest: what stands in the chats and threads is compared with what was written. */
export async function judgeAll(world: World): Promise<void> {
  const { attempts } = world.stage.teams
  onceEach(attempts)
  threadsBegin(world)
  const scene = await sceneOf(world)
  for (const word of world.words) judgeWord(scene, word)
  for (const customer of customers) inOrder(scene, customer)
  await everyTicketIsKnown(world, scene)
  removalsAreTold(scene)
  counts.posts += attempts.length
  counts.mishaps += attempts.filter(({ outcome }) => outcome !== 'sent').length
  counts.tickets += scene.ticketsOf.size
  counts.handoffs += (await world.handoffs()).length
}

function onceEach(attempts: readonly Attempt[]): void {
  const seen = new Set<string>()
  for (const attempt of attempts) {
    if (attempt.how !== 'send' || !attempt.post || attempt.outcome === 'retry') continue
    if (seen.has(attempt.post)) throw new Violation(`${attempt.post} was sent twice`)
    seen.add(attempt.post)
  }
}

function threadsBegin(world: World): void {
  for (const [room, [first]] of world.stage.teams.rooms)
    if (room.startsWith(`${helpdeskChannel};`) && first?.kind !== 'case-card')
      throw new Violation(`a thread begins with ${first?.text}`)
}

type Scene = {
  readonly world: World
  /** The customer of each ticket. */
  readonly ticketsOf: ReadonlyMap<string, Customer>
  /** The rooms of each ticket's thread. */
  readonly rooms: ReadonlyMap<string, readonly string[]>
  readonly trails: ReadonlyMap<string, readonly string[]>
}

async function sceneOf(world: World): Promise<Scene> {
  const ticketsOf = new Map<string, Customer>()
  for (const customer of customers) for (const { id } of await world.ticketsOf(customer)) ticketsOf.set(id, customer)
  const rooms = new Map<string, readonly string[]>()
  for (const id of ticketsOf.keys()) {
    const known = await world.threadOf(id)
    rooms.set(id, [...new Set([...world.threadsOf(id), ...(known ? [known] : [])])])
  }
  const trails = new Map(
    (await world.tickets()).map(({ id, trail }) => [id, trail.map(({ what, text }) => `${what}: ${text ?? ''}`)]),
  )
  return { world, ticketsOf, rooms, trails }
}

const roomsOf = ({ ticketsOf, rooms }: Scene, { ticket, customer }: Word): readonly string[] =>
  [...ticketsOf].filter(([id, of]) => (ticket ? id === ticket : of === customer)).flatMap(([id]) => rooms.get(id) ?? [])

/** Whether the agents of a case can read what did not arrive: a remark, the words once more, the card. */
function isShown(scene: Scene, word: Word, token: string): boolean {
  const { teams } = scene.world.stage
  const there = roomsOf(scene, word)
  // Of a case that could never be shown the record says what was lost of it.
  if (there.length === 0)
    return [...scene.trails].some(
      ([id, trail]) =>
        scene.ticketsOf.get(id) === word.customer &&
        trail.some((each) => each.startsWith('undelivered') && each.includes(token)),
    )
  // Of what an agent wrote there is a remark; where that failed too, the card says it.
  const isBad = ({ outcome }: Attempt) => outcome !== 'sent' && outcome !== 'retry'
  const isRemarkLost = teams.attempts.some(
    (attempt) =>
      isBad(attempt) &&
      !attempt.room?.startsWith('chat-') &&
      (attempt.kind === 'case-card' || attempt.text.includes(token)),
  )
  const counts = (entry: string) => word.side === 'customer' || (isRemarkLost && entry.startsWith('undelivered'))
  return there.some((room) =>
    teams
      .roomOf(room)
      .some(
        ({ by, text, trail = [] }: Shown) =>
          by === 'Saldo' && [text, ...trail.filter(counts)].some((each) => each.includes(token)),
      ),
  )
}

function judgeWord(scene: Scene, word: Word): void {
  const { world } = scene
  const { attempts } = world.stage.teams
  const mine = word.side === 'agent' ? [`chat-${word.customer}`] : roomsOf(scene, word)
  const fail = (what: string): never => {
    throw new Violation(`${word.side} ${word.who} ${word.token} (${word.must}, ${word.ticket}): ${what}`)
  }
  const all = [word.token, ...word.changes]
  staysAmongOwn(scene, word, all, fail)
  const sends = attempts.filter(
    ({ how, text, kind }) => how === 'send' && kind !== 'case-card' && !isTranscript(text) && text.includes(word.token),
  )
  const here = sends.filter(({ room, post }) => arrivedIn(mine, room) && !isAgain(post) && !isShownAgain(post))
  const reached = here.filter(arrived)
  if (reached.length > 1) fail(`arrived ${reached.length} times`)
  if (reached.length > 0) counts.wordsArrived++
  if (word.must === 'stay' && reached.length > 0) fail('must not arrive')
  if (word.side === 'agent' && word.must === 'stay')
    for (const token of all)
      if (attempts.some(({ room, text }) => room === mine[0] && text.includes(token)))
        fail(`${token} is in the customer's chat`)
  if (word.must === 'stay' || word.must === 'any') return
  const isClean = reached[0]?.outcome === 'sent'
  const shown = isShown(scene, word, word.token)
  const last = word.changes.at(-1)
  const isGone = word.isRemoved || last !== undefined
  if (!isClean && !shown && !isGone && !(word.must === 'told' && word.isTold))
    fail(reached.length ? 'perhaps arrived, and nobody is told' : 'is lost without a trace')
  if (!isClean && shown) counts.wordsShownAsUndelivered++
  changesFollow(scene, word, { mine, isClean, reached: reached.length > 0 }, fail)
}

const arrivedIn = (rooms: readonly string[], room: string | undefined): boolean =>
  room === undefined || rooms.includes(room)

/** Nothing of one customer is in the chat of another, or in a thread of another's case. */
function staysAmongOwn(
  { world, ticketsOf, rooms }: Scene,
  word: Word,
  all: readonly string[],
  fail: (what: string) => never,
): void {
  const foreign = new Set([
    ...customers.filter((each) => each !== word.customer).map((each) => `chat-${each}`),
    ...[...ticketsOf].filter(([, of]) => of !== word.customer).flatMap(([id]) => rooms.get(id) ?? []),
  ])
  for (const { room, text } of world.stage.teams.attempts)
    if (room && foreign.has(room)) for (const token of all) if (text.includes(token)) fail(`is in ${room}`)
}

type Fate = { readonly mine: readonly string[]; readonly isClean: boolean; readonly reached: boolean }

/** What was changed or taken back afterwards is so on the other side, or the agents see that it is not. */
function changesFollow(
  scene: Scene,
  word: Word,
  { mine, isClean, reached }: Fate,
  fail: (what: string) => never,
): void {
  const { world } = scene
  const items = mine
    .flatMap((room) => world.stage.teams.roomOf(room))
    .filter(({ by, text }) => by === 'Saldo' && !isTranscript(text))
  const stands = (token: string) => items.some(({ text }) => text.includes(token))
  if (word.isRemoved) {
    if (!world.hadMishap && [word.token, ...word.changes].some(stands)) fail('was taken back and still stands there')
    return
  }
  const last = word.changes.at(-1)
  if (last === undefined || word.must !== 'reach') return
  if (!stands(last) && !isShown(scene, word, last)) fail(`was changed to ${last}, which nobody sees`)
  if (!world.hadMishap && isClean && reached && stands(last) && stands(word.token))
    fail('was changed and stands there as it was')
}

/** What arrived stands in the order in which it was written. */
function inOrder(scene: Scene, customer: Customer): void {
  const { world, ticketsOf, rooms } = scene
  const { teams } = world.stage
  const byToken = new Map(world.words.filter((word) => word.customer === customer).map((word) => [word.token, word]))
  const threads = [...ticketsOf].filter(([, of]) => of === customer).flatMap(([id]) => rooms.get(id) ?? [])
  for (const room of [`chat-${customer}`, ...threads]) {
    const side = room.startsWith('chat-') ? 'agent' : 'customer'
    let last = 0
    for (const { how, text, room: to, post, outcome } of teams.attempts) {
      if (
        how !== 'send' ||
        to !== room ||
        outcome === 'retry' ||
        isAgain(post) ||
        isShownAgain(post) ||
        isTranscript(text)
      )
        continue
      for (const [token] of text.matchAll(/<w\d+>/g)) {
        const word = byToken.get(token)
        if (word?.side !== side || word.must !== 'reach') continue
        if (word.group < last) throw new Violation(`${token} stands in ${room} after what was written later`)
        last = word.group
      }
    }
  }
}

/** What an agent took back and could not be taken away is told in a thread of that customer's. */
function removalsAreTold({ world, ticketsOf, rooms }: Scene): void {
  const { attempts, roomOf } = world.stage.teams
  for (const customer of customers) {
    const failed = attempts.filter(
      ({ how, room, outcome }) =>
        how === 'remove' && room === `chat-${customer}` && outcome !== 'sent' && outcome !== 'retry',
    )
    const threads = [...ticketsOf].filter(([, of]) => of === customer).flatMap(([id]) => rooms.get(id) ?? [])
    const isTold = threads.some((room) =>
      roomOf(room).some(({ text, trail }) => [text, ...(trail ?? [])].some((each) => each.includes('🗑'))),
    )
    if (failed.length > 0 && !isTold) throw new Violation(`nobody is told that a removal failed`)
  }
}

async function everyTicketIsKnown({ stage }: World, { ticketsOf, rooms }: Scene): Promise<void> {
  for (const id of ticketsOf.keys()) {
    if ((rooms.get(id) ?? []).length > 0) continue
    const failures = await Promise.all(
      ['failed', 'unknown'].map((state) =>
        stage.documents.find(deliveries, { index: 'state', from: `${state}|`, to: `${state}|~` }),
      ),
    )
    if (!failures.some(({ items }) => items.some((item) => item.id.startsWith(`${id}|`))))
      throw new Violation(`${id} has no thread and no failure is on record`)
  }
}
