import type { LanguageReport, Measured } from './commands/language-test.ts'
import type { Terminal } from './terminal.ts'
import { writeRows } from './write-rows.ts'

const head = [
  'language',
  'typos',
  'messages',
  'accuracy',
  'macro-F1',
  'answers right',
  'asked back',
  'false refusals',
  'near refused',
  'far refused',
  'slots',
]

const explained = `
accuracy, macro-F1: of the best guess, whatever the zone. answers right: of the messages answered directly, how many rightly.
asked back, false refusals: of the messages in scope. refused: declined, or best guessed as out of scope and not answered.
near, far: of the out-of-scope messages about neighbouring and about other subjects. slots: all exactly as labelled, where they are.
typos: the share of words with one.
`

/** The report as tables for people. */
export async function writeLanguageReport(terminal: Terminal, report: LanguageReport): Promise<void> {
  const { files, measured, confusions, milliseconds, model } = report
  await writeRows(terminal, head, measured.map(rowOf), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  await terminal.out(`${explained}\nTaken for another, most often first:\n`)
  const pairs = confusions.map(({ wanted, heard, count }) => [wanted, heard, String(count)])
  await writeRows(terminal, ['wanted', 'understood', 'times'], pairs, [2])
  await terminal.out(
    `\nA message takes ${milliseconds.p50.toFixed(3)} ms (p50), ${milliseconds.p99.toFixed(3)} ms (p99).\n` +
      `The model: ${(model.bytes / 1e6).toFixed(2)} MB, trained on ${model.utterances} utterances in ${(model.trainingMilliseconds / 1000).toFixed(1)} s.\n` +
      `Read: ${files.map(({ name, messages, accuracy }) => `${name} (${messages}, ${percent(accuracy)} right)`).join(', ')}.\n`,
  )
}

function rowOf({ language, typos, evaluation }: Measured): string[] {
  const { messages, intent, macroF1, answeredRightly, asked, refused, nearRefused, farRefused, slots } = evaluation
  const shares = [
    intent,
    macroF1,
    answeredRightly,
    asked,
    refused,
    nearRefused,
    farRefused,
    typos === 0 ? slots : Number.NaN,
  ]
  return [language ?? 'all', `${100 * typos} %`, String(messages), ...shares.map(percent)]
}

const percent = (share: number): string => (Number.isNaN(share) ? '' : `${(100 * share).toFixed(1)} %`)
