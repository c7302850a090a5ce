import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { type Example, trainClassifier } from './language/classifier.ts'
import { packModel } from './language/pack-model.ts'
import { readUtterances } from './language/read-utterances.ts'
import { taughtText } from './language/taught-text.ts'
import { languages } from './values/language.ts'

/** A packed model, how many utterances made it, and the milliseconds that training took. */
export type Training = { readonly bytes: Uint8Array; readonly utterances: number; readonly milliseconds: number }

// A worker of its own, because training takes a second or two of one core: meanwhile the service loads its data on another.
const files = z.array(z.object({ path: z.string(), language: z.enum(languages) })).parse(workerData)
const examples: Example[] = []
for (const { path, language } of files)
  for (const utterance of utterancesOf(path, await readFile(path, 'utf8')))
    examples.push({ ...utterance, text: taughtText(utterance.text), language })
const started = performance.now()
const bytes = packModel(trainClassifier(examples))
const training: Training = { bytes, utterances: examples.length, milliseconds: performance.now() - started }
parentPort?.postMessage(training, [bytes.buffer as ArrayBuffer])

function utterancesOf(path: string, text: string) {
  try {
    return readUtterances(text)
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${path}, ${error.message}`, { cause: error })
    throw error
  }
}
