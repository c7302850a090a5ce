import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactSettled } from '../../../src/collections/contact-settled.ts'
import { rightToSend } from '../../../src/collections/right-to-send.ts'
import { rightToTell } from '../../../src/collections/right-to-tell.ts'
import { seedStandings } from '../../../src/collections/seed-standings.ts'
import { strikeCollections } from '../../../src/collections/strike-collections.ts'
import { onStaff } from '../../../src/conversation/collections/on-staff.ts'
import { reminderView } from '../../../src/conversation/collections/reminder-view.ts'
import { strikeSuspensions } from '../../../src/conversation/collections/strike-suspensions.ts'
import { conversationOf } from '../../../src/conversation/conversation.ts'
import { caseDeskOf } from '../../../src/conversation/desk/case-desk.ts'
import { strikeDesk } from '../../../src/conversation/desk/desk-clock.ts'
import { postSettled } from '../../../src/conversation/desk/post-settled.ts'
import type { DeskIncoming } from '../../../src/conversation/desk/seat.ts'
import type { Incoming } from '../../../src/conversation/turn.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import type { Channel } from '../../../src/delivery/channel.ts'
import { courierOf } from '../../../src/delivery/courier.ts'
import { freeLines } from '../../../src/delivery/free-lines.ts'
import { paceOf } from '../../../src/delivery/pace.ts'
import { say } from '../../../src/language/say.ts'
import type { Understander } from '../../../src/language/understand.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { ticketOf } from '../../../src/support/ticket.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { type Instant, instant, later } from '../../../src/values/day.ts'
import { understanderForTests } from '../../conversation/support/open-desk.ts'
import { everybody, furnish, type Known } from '../../conversation/support/small-desk.ts'
import { mortal } from './mortal.ts'
import { helpdeskChannel, type Shown, teamsStandIn } from './teams-stand-in.ts'

export { helpdeskChannel, type Mishap, type Shown } from './teams-stand-in.ts'

const thrown = (error: unknown) => {
  throw error
}
const serviceUrl = 'https://smba.example/emea/'

export type Stage = Awaited<ReturnType<typeof openStage>>

type Options = {
  readonly now?: string
  /** An open store; it is furnished already, and the caller's to close. */
  readonly documents?: Documents
  /** Opens the store, again after each restart, instead of a folder of the stage's own. The first time it is empty, unless `isFurnished`. */
  readonly openStore?: () => Promise<Documents>
  readonly isFurnished?: boolean
  readonly understander?: Understander
  readonly withChannel?: boolean
  /** Answers stand in chats and threads as their facts instead of their words. */
  readonly plain?: boolean
  /** Milliseconds that the courier really pauses between two posts, where others write to a disk in the same moment. */
  readonly breath?: number
}

/**
 * The small desk with its helpdesk: customers write in their chats, staff in the threads of a channel, the courier carries, the clock
 * moves. Only Teams is a stand-in.
 */
export async function openStage(options: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-stage-'))
  const understander = options.understander ?? (await understanderForTests())
  const clock: FixedClock = fixedClock(instant(options.now ?? '2026-11-23T10:00:00Z'))
  const reminderOf = async (content: Parameters<typeof reminderView>[1]) => {
    const view = await reminderView(documents, content, clock.now())
    return view && say(view.answer, content.language).text
  }
  const teams = teamsStandIn({ plain: options.plain, trailOf: (ticket) => trailOf(ticket), reminderOf })
  const passed = { milliseconds: 0 }
  let documents: Documents
  let parts: ReturnType<typeof partsOver>
  let made = 0
  let carried = 0

  async function trailOf(id: string): Promise<string[]> {
    const trail = (await ticketOf(documents, id))?.trail ?? []
    return trail.map(({ what, text }) => `${what}: ${text ?? ''}`)
  }

  function partsOver(over: Documents) {
    const newId = () => `id-${++made}`
    const tools = { documents: over, understander, clock, newId }
    return {
      conversation: conversationOf(tools),
      cases: caseDeskOf(tools),
      courier: courierOver(over, teams.channel),
    }
  }

  const courierOver = (over: Documents, channel: Channel) =>
    courierOf({
      documents: over,
      channel,
      clock,
      newId: () => `id-${++made}`,
      pace: paceOf({ thread: [], tenant: [] }),
      milliseconds: () => passed.milliseconds,
      wait: async (milliseconds) => {
        passed.milliseconds += milliseconds
        // Others get to what is waited for, as far as that takes no time.
        await new Promise((resolve) => (options.breath ? setTimeout(resolve, options.breath) : setImmediate(resolve)))
      },
      random: () => 0.5,
      settled: async (unit, line, post) => {
        await postSettled(unit, line, post)
        await contactSettled(unit, line, post)
      },
      maySend: async (unit, _, post) =>
        (await rightToSend(unit, post, clock.now())) ?? rightToTell(unit, post, clock.now()),
      fault: (error) => {
        throw error
      },
    })

  const openFolder = () => openEmbedded({ folder, collections: declaredCollections })

  async function open() {
    documents = options.documents ?? (await (options.openStore ?? openFolder)())
    parts = partsOver(documents)
  }

  async function pass(minutes: number): Promise<void> {
    passed.milliseconds += minutes * 60_000
    clock.set(later(clock.now(), minutes * 60_000))
  }

  /** What the clock does by itself; until nothing is due any more. */
  async function strike(): Promise<void> {
    const now = clock.now()
    await strikeDesk(documents, now)
    await seedStandings(documents, { now, limit: 100 })
    await strikeCollections(documents, { now, limit: 100, onStaff, fault: thrown })
    await strikeSuspensions(documents, now)
  }

  async function restart(): Promise<void> {
    if (!options.documents) await documents.close()
    await open()
    await freeLines(documents, clock.now())
  }

  const chatOf = (who: Known): string => `chat-${who}`

  async function carry(): Promise<void> {
    // What settles may queue more.
    for (let round = 0; round < 50; round++) if ((await parts.courier.carry()) === 0) return
    throw new Error('the courier never comes to an end')
  }

  async function take(who: Known, what: Incoming['what'], activity: string): Promise<readonly string[]> {
    const { tenant, objectId } = everybody[who]
    const conversation = chatOf(who)
    const turnNow = () =>
      parts.conversation.take({
        delivery: { channel: 'msteams', conversation, activity, serviceUrl },
        person: { tenant, objectId },
        what,
        locale: undefined,
        at: clock.now() as Instant,
      })
    let turn = await turnNow()
    while (turn.elsewhere) {
      await pass(0.1)
      turn = await turnNow()
    }
    const said = turn.replies.map(({ words }) => words.text)
    if (!turn.delivered)
      for (const text of said)
        teams.roomOf(conversation).push({ id: `r-${++carried}`, by: 'Saldo', text, kind: 'reply' })
    await parts.conversation.noteDelivered(turn)
    return said
  }

  async function seat(
    who: Known,
    thread: string,
    what: DeskIncoming['what'],
    activity: string,
  ): Promise<string | undefined> {
    const { tenant, objectId } = everybody[who]
    const said = await parts.cases.take({
      delivery: { channel: 'msteams', conversation: thread, activity, serviceUrl },
      person: { tenant, objectId },
      teamsChannel: helpdeskChannel,
      what,
    })
    return said?.lead
  }

  await open()
  if (!options.documents && !options.isFurnished) await furnish(documents!)
  if (options.withChannel !== false) await seat('helena', helpdeskChannel, { kind: 'added' }, 'added')
  await carry()

  return {
    clock,
    folder,
    mishaps: teams.mishaps,
    get documents() {
      return documents
    },
    /** What a customer sees, or what stands in a thread. */
    chat: (who: Known): readonly Shown[] => teams.roomOf(chatOf(who)),
    thread: (id: string): readonly Shown[] => teams.roomOf(id),
    /** The threads of the helpdesk's channel, in the order in which they began. */
    threads: (): string[] => [...teams.rooms.keys()].filter((id) => id.startsWith(`${helpdeskChannel};`)),
    /** A customer's message and what Saldo replies at once; what is sent of its own accord is carried too. */
    async say(who: Known, text: string, activity = `a-${++made}`): Promise<string> {
      teams.roomOf(chatOf(who)).push({ id: activity, by: who, text, kind: 'message' })
      const said = await take(who, { kind: 'message', text }, activity)
      await carry()
      return said.join('\n')
    },
    /** The same without the courier, and without its words in the chat: for deliveries that are repeated. */
    take,
    seat,
    carry,
    async press(
      who: Known,
      thread: string,
      verb: string,
      data: object = {},
      activity = `p-${++made}`,
    ): Promise<string | undefined> {
      const said = await seat(who, thread, { kind: 'action', verb, data }, activity)
      await carry()
      return said
    },
    async write(
      who: Known,
      thread: string,
      text: string,
      over: { mentioned?: boolean; attachments?: number; activity?: string } = {},
    ) {
      const { mentioned = false, attachments = 0, activity = `w-${++made}` } = over
      teams.roomOf(thread).push({ id: activity, by: who, text, kind: 'message' })
      const said = await seat(who, thread, { kind: 'message', text, mentioned, attachments }, activity)
      await carry()
      return said
    },
    /** Moves the clock by so many minutes, and does what is due then. */
    async pass(minutes: number): Promise<void> {
      await pass(minutes)
      await strike()
      await carry()
    },
    /** Day after day at this hour, as far as this one, each with what is due then. */
    async until(end: string): Promise<void> {
      while (clock.now() < instant(end)) {
        const tomorrow = later(clock.now(), 24 * 60 * 60_000)
        const next = tomorrow < instant(end) ? tomorrow : instant(end)
        await pass((Date.parse(next) - Date.parse(clock.now())) / 60_000)
        // What is queued may be due to be told at once.
        for (let round = 0; round < 3; round++) {
          await strike()
          await carry()
        }
      }
    },
    /** A button of a card in a customer's chat. */
    async click(who: Known, asked: object, activity = `k-${++made}`): Promise<string> {
      const said = await take(who, { kind: 'action', verb: 'ask', data: asked }, activity)
      await carry()
      return said.join('\n')
    },
    /** The process ends and another one opens the same folder. */
    restart,
    /** The parts of what is done above, one by one, for those who want something else in between. */
    teams,
    /** A customer's turn whose replies never left: the process died before. */
    async takeAndDie(who: Known, what: Incoming['what'], activity: string): Promise<void> {
      const { tenant, objectId } = everybody[who]
      const delivery = { channel: 'msteams', conversation: chatOf(who), activity, serviceUrl }
      await parts.conversation.take({ delivery, person: { tenant, objectId }, what, at: clock.now() as Instant })
      await restart()
    },
    passTime: pass,
    strike: () => strikeDesk(documents, clock.now()),
    strikeAll: strike,
    /** Another courier of another process carries at the same time. */
    async carryByTwo(): Promise<void> {
      await Promise.all([parts.courier.carry(), courierOver(documents, teams.channel).carry()])
    },
    /** A courier dies of the first message that it sends. Says whether there was one. */
    async carryAndDie(dies: 'before' | 'after'): Promise<boolean> {
      const process = mortal(documents, teams, dies)
      await Promise.race([process.death, courierOver(process.documents, process.channel).carry()])
      return process.isDead()
    },
    async close(): Promise<void> {
      if (!options.documents) await documents.close()
      rmSync(folder, { recursive: true })
    },
  }
}
