import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { type Example, trainClassifier } from './language/classifier.ts'
import { packModel } from './language/pack-model.ts'
import { readUtterances } from './language/read-utterances.ts'
import { languages } from './values/language.ts'

// A worker of its own, because training takes a second or two of one core: meanwhile the service loads its data on another.
const files = z.array(z.object({ path: z.string(), language: z.enum(languages) })).parse(workerData)
const examples: Example[] = []
for (const { path, language } of files) {
  for (const utterance of readUtterances(await readFile(path, 'utf8'))) examples.push({ ...utterance, language })
}
const bytes = packModel(trainClassifier(examples))
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
