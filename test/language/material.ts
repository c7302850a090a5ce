import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Example } from '../../src/language/classifier.ts'
import type { Labelled } from '../../src/language/evaluate.ts'
import { readUtterances } from '../../src/language/read-utterances.ts'
import { intents } from '../../src/language/vocabulary.ts'
import { type Day, day } from '../../src/values/day.ts'
import { type Language, languages } from '../../src/values/language.ts'

const utterances = join(import.meta.dirname, '../../src/language/utterances')
const development = join(import.meta.dirname, 'development')

/** All utterances that Saldo learns from. */
export const loadExamples = (): Example[] => languages.flatMap((language) => loadAuthors(language).flat())

/** The utterances of a language, author by author. */
export const loadAuthors = (language: Language): Example[][] =>
  filesIn(join(utterances, language), '.txt').map((file) =>
    readUtterances(readFileSync(file, 'utf8')).map((utterance) => ({ ...utterance, language })),
  )

const labelled = z.object({
  text: z.string(),
  intent: z.enum(intents),
  near: z.boolean().optional(),
  slots: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  today: z
    .string()
    .transform(day)
    .default('2026-11-22' as Day),
})

/** Messages by other authors than the utterances', with what they mean. Nothing is learned from them. */
export const loadDevelopment = (): Labelled[] =>
  languages.flatMap((language) =>
    readFileSync(join(development, `${language}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...labelled.parse(JSON.parse(line)), language })),
  )

/** Messages of one author a language, kept out of training: what they mean, without their slots. */
export const loadHeldOut = (): Labelled[] =>
  languages.flatMap((language) =>
    filesIn(development, '.txt')
      .filter((file) => basename(file).startsWith(`${language}.`))
      .flatMap((file) => readUtterances(readFileSync(file, 'utf8')))
      .map((utterance) => ({ ...utterance, language, slots: {}, today: day('2026-11-22') })),
  )

/** One half of the development messages sets the calibration, the other is what is reported. */
export const halves = (all: readonly Labelled[]): { fitted: Labelled[]; held: Labelled[] } => ({
  fitted: all.filter((_, at) => at % 2 === 0),
  held: all.filter((_, at) => at % 2 === 1),
})

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
