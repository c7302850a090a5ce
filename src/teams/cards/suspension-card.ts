import type { CardElementArray, IAdaptiveCard, IExecuteAction, IShowCardAction } from '@microsoft/teams.cards'
import { partsOf, suspensionCardAnswer } from '../../answers/suspension-card.ts'
import type { SuspensionLabel } from '../../answers/suspension-desk-words.ts'
import { taskFacts } from '../../answers/suspension-stand.ts'
import type { SuspensionTask } from '../../collections/suspension.ts'
import type { SuspensionScene } from '../../conversation/collections/suspension-scene.ts'
import { say } from '../../language/say.ts'
import { sayFact, sayTerm } from '../../language/say-fact.ts'
import type { Words } from '../../language/words.ts'
import { clipped } from './clipped.ts'
import { alone, heading, text } from './elements.ts'
import { button, choiceInput, form, textInput } from './form.ts'

type Action = IExecuteAction | IShowCardAction

/** Teams lays out so many buttons well. The others stand behind one more. */
const tasksAtOnce = 12

/** Teams takes about 100 KB a message and counts UTF-16; a card of this size leaves room for everything else. */
const mostBytes = 28 * 1024
/** Of rows, and of lines in a part: as many as can be sent. */
const fits = [200, 60, 25, 10, 4]

/** The helpdesk's card of a suspension: what it would do, what else there is, and a button for whatever can be done. Who may, is decided when it is clicked. */
export function suspensionCard(scene: SuspensionScene): IAdaptiveCard {
  const words = say(suspensionCardAnswer(scene), scene.language)
  let card: IAdaptiveCard | undefined
  for (const most of fits) {
    card = cardFor(scene, words, most)
    if (Buffer.byteLength(JSON.stringify(card), 'utf8') < mostBytes) return card
  }
  return card as IAdaptiveCard
}

function cardFor(scene: SuspensionScene, words: Words, most: number): IAdaptiveCard {
  const { language } = scene
  const parts: string[][] = [words.rows.map((row) => `• ${row.text}`)]
  let at = 0
  for (const part of partsOf(scene)) parts.push(part.map(() => words.notes[at++] ?? ''))
  const body: CardElementArray = [
    heading(words.title),
    text(words.lead),
    ...parts.flatMap((part, place) =>
      part
        .slice(0, most)
        .map((line, first) => text(line, first === 0 && place > 0 ? { separator: true } : { spacing: 'Small' })),
    ),
    ...(parts.some((part) => part.length > most)
      ? [text(sayTerm('card.shortened', language), { isSubtle: true })]
      : []),
  ]
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: suspensionSummary(scene),
    msteams: { width: 'full' },
    body,
    actions: [...actionsFor(scene)],
  }
}

/** One line for the notification, and for whoever sees no card. */
export function suspensionSummary({ suspension, customer, language }: SuspensionScene): string {
  return `${suspension.id} · ${clipped(customer.name, 60)} · ${sayTerm(`suspension-state.${suspension.state}`, language)}`
}

type Data = { readonly suspension: string; readonly once: string }
type With = SuspensionScene & { readonly data: Data; readonly label: (what: SuspensionLabel) => string }

function actionsFor(scene: SuspensionScene): readonly Action[] {
  const { suspension, language } = scene
  const all: With = {
    ...scene,
    data: { suspension: suspension.id, once: String(suspension.trail.length) },
    label: (what) => alone(sayTerm(`suspension-do.${what}`, language)),
  }
  switch (suspension.state) {
    case 'proposed':
      return [
        button(all.label('approve'), 'suspension.approve', all.data, 'positive'),
        reasonForm(all, 'decline', 'suspension.decline'),
        ...autoRenew(all),
        recordForm(all),
        reasonForm(all, 'cancel', 'suspension.cancel'),
      ]
    case 'approved':
    case 'announced':
    case 'held':
      return [
        ...autoRenew(all),
        button(all.label('told'), 'suspension.told', all.data),
        recordForm(all),
        reasonForm(all, 'cancel', 'suspension.cancel'),
      ]
    case 'executing':
      return [...ticks(all), recordForm(all), reasonForm(all, 'restore', 'suspension.cancel')]
    case 'suspended':
      return [reasonForm(all, 'restore', 'suspension.cancel'), ...unticks(all)]
    case 'restoring':
      return [...ticks(all), verifyForm(all), ...(scene.suspension.differences.length > 0 ? [acceptForm(all)] : [])]
    default:
      return []
  }
}

const autoRenew = ({ suspension, data, label }: With): readonly Action[] =>
  suspension.autoRenew.state === 'done'
    ? []
    : [
        button(label('auto-renew-done'), 'suspension.auto-renew', { ...data, outcome: 'done' }),
        ...(suspension.autoRenew.state === 'offered'
          ? [button(label('auto-renew-declined'), 'suspension.auto-renew', { ...data, outcome: 'declined' })]
          : []),
      ]

function reasonForm({ data, label }: With, what: 'decline' | 'cancel' | 'restore', verb: string): Action {
  const input = textInput('text', label('reason'), { missing: label('missing') })
  return form(what, label(what), [input], [button(label(what), verb, data, 'destructive')])
}

const acceptForm = ({ data, label }: With): Action =>
  form(
    'accept',
    label('accept'),
    [textInput('text', label('reason'), { missing: label('missing') })],
    [button(label('accept'), 'suspension.accept', data)],
  )

const nameOf = ({ suspension, language }: With, task: SuspensionTask): string => {
  const { what, product, to } = taskFacts(suspension, task)
  const said = (fact: typeof what) => (fact ? sayFact(fact.value, language) : '')
  return clipped(`${said(what)}${to ? `: ${clipped(said(to), 40)}` : ''} – ${said(product)}`, 80)
}

/** What is to be done, each with a button; what was ticked off by mistake can be taken back. */
function ticks(all: With): readonly Action[] {
  const { suspension, data } = all
  const tick = (task: SuspensionTask) =>
    button(`✓ ${alone(nameOf(all, task))}`, 'suspension.done', { ...data, task: task.id }, 'positive')
  return [
    ...suspension.tasks
      .filter(({ done }) => !done)
      .slice(0, tasksAtOnce)
      .map(tick),
    ...unticks(all),
  ]
}

function unticks(all: With): readonly Action[] {
  const { suspension, data, label } = all
  const suspending = suspension.state !== 'restoring'
  const done = suspension.tasks.filter(
    ({ kind, done }) => done && (suspending || (kind !== 'suspend' && kind !== 'azure-inactive')),
  )
  const untick = (task: SuspensionTask) =>
    button(alone(nameOf(all, task)), 'suspension.undone', { ...data, task: task.id })
  return done.length > 0 ? [form('undone', label('undone'), [], done.slice(0, tasksAtOnce).map(untick))] : []
}

const placeInput = ({ suspension, label }: With) =>
  choiceInput(
    'place',
    label('subscription'),
    suspension.subscriptions.map(({ product }, at) => ({ title: clipped(product, 80), value: String(at + 1) })),
    { missing: label('missing'), ...(suspension.subscriptions.length === 1 && { value: '1' }) },
  )

const renewingInput = ({ label }: With) =>
  choiceInput(
    'renewing',
    label('renewing'),
    [
      { title: label('renewing-on'), value: 'on' },
      { title: label('renewing-off'), value: 'off' },
    ],
    { missing: label('missing') },
  )

/** What stands in Partner Center before anything is changed: nobody else knows what has to be put back. */
const recordForm = (all: With): Action =>
  form(
    'record',
    all.label('record'),
    [placeInput(all), renewingInput(all), textInput('scheduled', all.label('scheduled'))],
    [button(all.label('keep'), 'suspension.record', all.data)],
  )

const verifyForm = (all: With): Action =>
  form(
    'verify',
    all.label('verify'),
    [
      placeInput(all),
      renewingInput(all),
      { ...textInput('seats', all.label('seats')), isMultiline: false, maxLength: 7 },
      textInput('scheduled', all.label('scheduled')),
    ],
    [button(all.label('keep'), 'suspension.verify', all.data)],
  )
