import { setTimeout as wait } from 'node:timers/promises'
import { deskNews } from '../../../src/answers/case-news.ts'
import { say } from '../../../src/language/say.ts'
import { languages } from '../../../src/values/language.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'
import { cardsOf, dataOf, type Shown } from './case-threads.ts'
import { type Hands, handsOf, type Office } from './hands.ts'

const noCase = languages.map((language) => say(deskNews('case.no-case').answer, language).lead)
const endings = ['by agent', 'by agent', 'by customer', 'at once'] as const

type Scene = {
  readonly office: Office
  readonly customer: PagePerson
  readonly hands: Hands
  /** Threads that turned out to be nobody's. */
  readonly dead: Set<string>
}

/** One customer who talks to the helpdesk again and again, and the two agents who answer. */
export function talksOf(office: Office, customer: PagePerson, number: number): () => Promise<void> {
  const scene: Scene = { office, customer, hands: handsOf(office, customer, number), dead: new Set() }
  return async () => {
    const { hands } = scene
    await hands.say('I want to talk to a person')
    await hands.say('yes')
    if (office.dice.is(0.3)) await hands.customerWrites()
    for (let tries = 0; tries < 3; tries++) {
      const shown = await waiting(scene)
      const owner = shown && (await claim(scene, shown))
      if (!owner) continue
      await converse(scene, owner, shown)
      return end(scene, owner, shown)
    }
  }
}

const shownTo = ({ office, customer, dead }: Scene, is: (shown: Shown) => boolean): Shown | undefined =>
  cardsOf(office.teams, customer.company ?? '').findLast((shown) => !dead.has(shown.thread) && is(shown))

/** The card of who waits. Who waits for long asks whether anybody is there, which brings the card on if it went astray. */
async function waiting(scene: Scene): Promise<Shown | undefined> {
  for (let look = 1; look <= 60; look++) {
    const found = shownTo(scene, ({ card }) => dataOf(card, 'case.claim') !== undefined)
    if (found) return found
    await wait(100)
    if (look % 15 === 0) await scene.hands.customerWrites()
  }
  return undefined
}

/** Both click at once: one has the case. Gives who; nothing where the thread turned out to be nobody's. */
async function claim({ office, hands, dead }: Scene, shown: Shown): Promise<PagePerson | undefined> {
  office.counts.claims++
  const [one, two] = office.agents
  const said = await Promise.all(office.agents.map((agent) => hands.press(agent, shown, 'case.claim')))
  if (said.some((text) => noCase.includes(text))) {
    dead.add(shown.thread)
    return undefined
  }
  return said[0]?.includes(two.name) ? two : one
}

/** Both sides write at once; now and then the colleague writes too, or the agent uses the card. */
async function converse(scene: Scene, owner: PagePerson, { thread }: Shown): Promise<void> {
  const { office, hands } = scene
  const { dice, agents } = office
  const colleague = agents.find((agent) => agent !== owner) ?? owner
  const agentSide = async () => {
    for (let left = 1 + dice.below(3); left > 0; left--) {
      await hands.agentWrites(owner, thread)
      const now = shownTo(scene, (shown) => shown.thread === thread)
      if (now && dice.is(0.4)) await hands.agentReplies(owner, now)
      if (dice.is(0.15)) await hands.agentWrites(colleague, thread)
    }
  }
  const customerSide = async () => {
    for (let left = 1 + dice.below(3); left > 0; left--) await hands.customerWrites()
  }
  await Promise.all([agentSide(), customerSide()])
}

/** One of the two ends it, the agent closes it, and now and then writes once more before or after. */
async function end(scene: Scene, owner: PagePerson, shown: Shown): Promise<void> {
  const { office, hands } = scene
  const { dice, counts } = office
  counts.closings++
  const now = () => shownTo(scene, ({ thread }) => thread === shown.thread) ?? shown
  const ending = endings[dice.below(endings.length)]
  if (ending === 'by agent') await hands.press(owner, now(), 'case.end')
  if (ending === 'by customer') await hands.say('End this conversation')
  if (dice.is(0.3)) await hands.agentWrites(owner, shown.thread)
  await hands.press(owner, now(), 'case.close', { outcome: dice.is(0.8) ? 'resolved' : 'closed' })
  if (dice.is(0.3)) await hands.agentWrites(owner, shown.thread)
}
