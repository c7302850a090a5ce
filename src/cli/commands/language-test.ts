import { join, resolve } from 'node:path'
import { type Confusion, confusionsOf } from '../../language/confusions.ts'
import { type Evaluation, evaluationOf, hear, type Labelled } from '../../language/evaluate.ts'
import { withTypos } from '../../language/typos.ts'
import type { Understander } from '../../language/understand.ts'
import { type Language, languages } from '../../values/language.ts'
import { CommandRefused } from '../command-refused.ts'
import { labelledMessages } from '../labelled-messages.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { writeLanguageReport } from '../write-language-report.ts'

type Options = { readonly data?: string; readonly json: boolean }

/** One line of the report: `language` is absent for all together, `typos` the share of words with one. */
export type Measured = { readonly language?: Language; readonly typos: number; readonly evaluation: Evaluation }

export type LanguageReport = {
  readonly files: readonly { readonly name: string; readonly messages: number; readonly accuracy: number }[]
  readonly measured: readonly Measured[]
  /** Of the messages as they are written. */
  readonly confusions: readonly Confusion[]
  /** A message, warm. */
  readonly milliseconds: { readonly p50: number; readonly p99: number }
  readonly model: { readonly bytes: number; readonly trainingMilliseconds: number; readonly utterances: number }
}

const repositorySet = join(import.meta.dirname, '../../../test/language/development')
const typoShares = [0, 0.1, 0.25]
const seed = 1
const mostConfusions = 10

/** `saldo language test`: how well messages are understood that nothing was learned from. Trains anew and keeps nothing. */
export async function languageTest(outside: Outside, { data, json }: Options): Promise<ExitCode> {
  const folder = data === undefined ? repositorySet : resolve(outside.terminal.workingFolder, data)
  const files = (await labelledMessages(folder)).filter(({ messages }) => messages.length > 0)
  if (files.length === 0) throw new CommandRefused(nothingIn(folder, data))
  const { understander, ...trained } = await outside.trainAnew()
  const messages = files.flatMap((file) => file.messages)
  const report: LanguageReport = {
    files: files.map(({ name, messages: each }) => {
      const { messages: count, intent } = evaluationOf(hear(understander, each))
      return { name, messages: count, accuracy: intent }
    }),
    measured: typoShares.flatMap((typos) => measure(understander, messages, typos)),
    confusions: confusionsOf(hear(understander, messages), mostConfusions),
    milliseconds: timesOf(understander, messages),
    model: { bytes: trained.bytes, trainingMilliseconds: trained.milliseconds, utterances: trained.utterances },
  }
  if (json) await outside.terminal.out(`${JSON.stringify(jsonOf(report))}\n`)
  else await writeLanguageReport(outside.terminal, report)
  return 0
}

const nothingIn = (folder: string, data: string | undefined): string =>
  data === undefined
    ? `the messages to test on are not there: they come with the source code (${folder}), not with an installed package. Run it in a checkout, or name a folder of your own with --data`
    : `${folder} holds no labelled messages: put .jsonl or .txt files there whose names start with their language`

function measure(understander: Understander, messages: readonly Labelled[], typos: number): readonly Measured[] {
  const written = typos === 0 ? messages : messages.map((one) => ({ ...one, text: withTypos(one.text, typos, seed) }))
  const hits = hear(understander, written)
  const of = (language: Language) => hits.filter(({ wanted }) => wanted.language === language)
  return [
    ...languages
      .filter((language) => of(language).length > 0)
      .map((language) => ({ language, typos, evaluation: evaluationOf(of(language)) })),
    { typos, evaluation: evaluationOf(hits) },
  ]
}

const passes = 3

function timesOf(understander: Understander, messages: readonly Labelled[]): LanguageReport['milliseconds'] {
  const times: number[] = []
  for (let pass = 0; pass < passes; pass++)
    for (const { text, today, language } of messages) {
      const started = performance.now()
      understander.understand(text, { today, locale: language })
      times.push(performance.now() - started)
    }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!
  return { p50: at(0.5), p99: at(0.99) }
}

/** Shares are 0 to 1, null where there was nothing to measure; slots are measured on messages without added typos only. */
const jsonOf = ({ measured, ...rest }: LanguageReport) => ({
  ...rest,
  results: measured.map(({ language, typos, evaluation }) => ({
    language: language ?? 'all',
    typos,
    messages: evaluation.messages,
    accuracy: evaluation.intent,
    macroF1: evaluation.macroF1,
    directAnswerAccuracy: evaluation.answeredRightly,
    answerRate: evaluation.answered,
    clarifyRate: evaluation.asked,
    falseRefusals: evaluation.refused,
    outOfScopeRecall: { near: evaluation.nearRefused, far: evaluation.farRefused },
    languageAccuracy: evaluation.language,
    slots: typos === 0 ? evaluation.slots : null,
  })),
})
