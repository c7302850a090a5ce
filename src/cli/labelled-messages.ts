import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { z } from 'zod'
import type { Labelled } from '../language/evaluate.ts'
import { languageOfFile } from '../language/language-of-file.ts'
import { readUtterances } from '../language/read-utterances.ts'
import { intents } from '../language/vocabulary.ts'
import { type Day, day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { CommandRefused } from './command-refused.ts'

/** A file of messages with what each means. `name` is its path in the folder. */
export type LabelledFile = { readonly name: string; readonly messages: readonly Labelled[] }

// What the messages' "last month" was labelled from.
const labelledOn = '2026-11-22' as Day

const lineSchema = z.object({
  text: z.string(),
  intent: z.enum(intents),
  near: z.boolean().optional(),
  slots: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  today: z.string().transform(day).default(labelledOn),
})

/**
 * Reads every file of labelled messages below a folder: `.jsonl` with an object `{text, intent, near?, slots?, today?}` a line, `.txt` as
 * utterance files are written. The language is how the file's name, or that of a folder around it, starts. Throws CommandRefused that
 * names file and line.
 */
export async function labelledMessages(folder: string): Promise<readonly LabelledFile[]> {
  const files = await filesBelow(folder)
  return Promise.all(
    files.map(async (name) => ({ name, messages: read(name, await readFile(join(folder, name), 'utf8')) })),
  )
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && /\.(?:jsonl|txt)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

function read(name: string, content: string): Labelled[] {
  const language = name
    .split(sep)
    .map((part) => languageOfFile(`${part}.`))
    .find((found) => found !== undefined)
  if (!language)
    throw new CommandRefused(`${name}: its name says no language: let it start with en, pt-PT, pt-BR or es`)
  try {
    return name.endsWith('.txt')
      ? readUtterances(content).map((utterance) => ({ ...utterance, language, today: labelledOn }))
      : content.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, at, language)]))
  } catch (error) {
    if (error instanceof RangeError) throw new CommandRefused(`${name}, ${error.message}`, { cause: error })
    throw error
  }
}

function readLine(line: string, at: number, language: Language): Labelled {
  try {
    return { ...lineSchema.parse(JSON.parse(line)), language }
  } catch (error) {
    throw new RangeError(`line ${at + 1}: is no object with a text and an intent of the vocabulary`, { cause: error })
  }
}
