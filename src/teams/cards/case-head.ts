import type { CardElementArray, IFact } from '@microsoft/teams.cards'
import type { Target } from '../../conversation/desk/case-view.ts'
import { serviceName, services } from '../../support/service.ts'
import { localeOf } from '../../values/language.ts'
import { fact, factSet, type SectionScene, section } from './case-section.ts'
import { alone, heading, text } from './elements.ts'

/** Who wants what, how it stands, and by when. */
export function caseHead(scene: SectionScene): CardElementArray {
  const { view, words, fit, short } = scene
  const { ticket, customer } = view
  const { title } = words
  const service = services.find((one) => one === ticket.service)
  const topic = words.known(`intent.${ticket.topic}`, ticket.topic)
  const facts: IFact[] = [
    ...fact(title('card.person'), ticket.person.name && short.clip(ticket.person.name, fit.name)),
    ...fact(
      title('label.customer'),
      `${short.clip(customer.name, fit.name)}, ${countryOf(customer.country, words.language)}`,
    ),
    ...fact(title('card.customer-language'), words.word(`language.${ticket.language}`)),
    ...fact(title('card.service'), service && serviceName(service)),
    ...fact(title('label.state'), stateOf(scene)),
    ...fact(title('label.priority'), words.word(`priority.${ticket.priority}`)),
    ...fact(title('card.owner'), ownerOf(scene)),
    ...fact(title('card.queue'), words.known(`card.queue-name.${ticket.queue}`, ticket.queue)),
    ...fact(title('card.conversation'), talkIn(scene)),
    ...fact(title('label.opened'), words.at(ticket.openedAt)),
    ...fact(title('label.by'), targetOf(view.respond, scene)),
    ...fact(title('card.resolve'), targetOf(view.resolve, scene)),
  ]
  const opened = ticket.trail.find(({ what }) => what === 'opened')
  const said = opened?.text
  // What the policy asks for, nobody of the customer wrote.
  const whose = opened?.by === 'saldo' ? 'card.of-policy' : 'card.their-words'
  return [
    heading(`${ticket.id} · ${short.clip(customer.name, fit.name)}`),
    text(alone(topic), { weight: 'Bolder', spacing: 'None' }),
    ...factSet(facts),
    ...(said ? section(title(whose), [text(short.clip(said, fit.words))]) : []),
  ]
}

function countryOf(code: string, language: SectionScene['words']['language']): string {
  return new Intl.DisplayNames([localeOf[language]], { type: 'region' }).of(code) ?? code
}

/** What is said to the customer as "your answer" is the customer's to the helpdesk. */
const stateOf = ({ view: { ticket }, words }: SectionScene): string =>
  words.word(ticket.state === 'waiting-customer' ? 'card.waiting-customer' : `ticket.${ticket.state}`)

function ownerOf({ view: { ticket, handoff }, words, fit, short }: SectionScene): string {
  const owner = handoff?.owner ?? ticket.owner
  return owner ? short.clip(owner.name ?? '…', fit.name) : words.word('card.nobody')
}

function talkIn({ view: { handoff }, words, fit, short }: SectionScene): string | undefined {
  if (!handoff) return undefined
  const state = words.word(`card.talk.${handoff.state}`)
  return handoff.offeredTo ? `${state} ${short.clip(handoff.offeredTo.name ?? '…', fit.name)}` : state
}

function targetOf(target: Target | undefined, { words }: SectionScene): string | undefined {
  if (!target) return undefined
  const at = words.at(target.by)
  return target.state === 'open' ? at : `${at} (${words.word(`card.target.${target.state}`)})`
}
