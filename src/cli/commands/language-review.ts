import { sweepTurns } from '../../conversation/sweep-turns.ts'
import { unclearId, unclearMessages } from '../../conversation/unclear-messages.ts'
import { type Section, sections } from '../../language/read-utterances.ts'
import type { Documents } from '../../store/documents.ts'
import type { Language } from '../../values/language.ts'
import { CommandRefused } from '../command-refused.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { type UnclearGroup, unclearGroups } from '../unclear-groups.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly json: boolean; readonly language?: Language; readonly label?: readonly string[] }

/** `saldo language review`: what was not understood, for a person to say what it means. */
export const languageReview = (outside: Outside, options: Options): Promise<ExitCode> =>
  options.label ? label(outside, options.label, options.json) : list(outside, options)

const list = (outside: Outside, { json, language }: Options): Promise<ExitCode> =>
  lookAt(outside, async ({ documents, clock }) => {
    const { terminal } = outside
    await sweepTurns(documents, clock.now())
    const groups = await unclearGroups(documents, clock.now(), language)
    if (json) for (const group of groups) await terminal.out(`${JSON.stringify(jsonOf(group))}\n`)
    else if (groups.length > 0) await writeRows(terminal, head, groups.flatMap(rowsOf), [1])
    else await terminal.err('Nothing is waiting. Messages are kept once the offering says `keepUnclear: true`.\n')
    return 0
  })

/** Writes the group's messages into the partner's own utterances, then lets them go. In this order: a crash between loses none. */
const label = (
  outside: Outside,
  [id = '', intent = '', ...more]: readonly string[],
  json: boolean,
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const section = sections.find((known) => known === intent)
    if (more.length > 0) throw new CommandRefused('--label takes a group and one intent')
    if (!section) throw new CommandRefused(noIntent(intent))
    const groups = await unclearGroups(documents, clock.now())
    const group = groups.find(({ messages }) => messages.some((one) => unclearId(one) === id))
    if (!group)
      throw new CommandRefused(`there is no group ${id}: \`saldo language review\` lists those that are waiting`)
    const texts = group.messages.map(({ text }) => text)
    const file = await outside.teach(group.language, section, texts)
    await letGo(documents, group)
    await outside.terminal.out(
      json ? `${JSON.stringify({ group: id, intent, file, messages: texts })}\n` : done(section, file, texts),
    )
    return 0
  })

const noIntent = (intent: string): string => `"${intent}" is no intent: write one of ${sections.join(', ')}`

const done = (section: Section, file: string, texts: readonly string[]): string =>
  `${texts.length === 1 ? 'One message' : `${texts.length} messages`} added to ${file} as ${section}. It is understood from the next start on.\n`

const letGo = (documents: Documents, { messages }: UnclearGroup): Promise<void> =>
  documents.change(async (unit) => {
    for (const message of messages) {
      const stored = await unit.get(unclearMessages, unclearId(message))
      // Said again meanwhile, it is the same message still; another one in its place stays.
      if (stored?.data.text === message.text) unit.remove(unclearMessages, stored.id, stored.revision)
    }
  })

const head = ['group', 'times', 'last', 'language', 'message', 'best guesses']

/** A group's first message with its guesses; below it the others, which are labelled with it. */
const rowsOf = ({ id, count, day, language, guesses, messages: [first, ...others] }: UnclearGroup): string[][] => [
  [id, String(count), day, language, first?.text ?? '', guesses.map(guessText).join(', ')],
  ...others.map(({ text }) => ['', '', '', '', text, '']),
]

const guessText = ({ intent, confidence }: UnclearGroup['guesses'][number]): string =>
  `${intent} ${confidence.toFixed(2)}`

const jsonOf = ({ id, language, count, day, guesses, messages }: UnclearGroup) => ({
  group: id,
  language,
  count,
  lastOn: day,
  guesses,
  messages: messages.map(({ text, count: times, zone, day: lastOn }) => ({ text, count: times, zone, lastOn })),
})
