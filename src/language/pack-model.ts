import { z } from 'zod'
import type { Model } from './classifier.ts'
import { dimension } from './hashing.ts'

const version = 1
const header = z.object({
  version: z.literal(version),
  dimension: z.literal(dimension),
  labels: z.array(z.string()),
  languages: z.array(z.string()),
  vocabulary: z.array(z.tuple([z.string(), z.number()])),
})

/** The model as bytes for a cache: a length, a JSON head, then the arrays. */
export function packModel({ intents, idf, languages, vocabulary }: Model): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify({
      version,
      dimension,
      labels: intents.labels,
      languages: languages.linear.labels,
      vocabulary: [...vocabulary],
    }),
  )
  const parts = [
    new Uint8Array(Uint32Array.of(head.length).buffer),
    head,
    ...[
      intents.weights,
      intents.scales,
      intents.biases,
      idf,
      languages.linear.weights,
      languages.linear.scales,
      languages.linear.biases,
      languages.idf,
    ].map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
  ]
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Reads what `packModel` wrote. Throws RangeError when the bytes are not a model of this version: train again. */
export function unpackModel(bytes: Uint8Array): Model {
  let at = 0
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.length) throw new RangeError('the packed model is cut short: train again')
    // A copy, because an array of 32-bit numbers must start at a multiple of four.
    const part = bytes.slice(at, at + length)
    at += length
    return part.buffer
  }
  const head = readHead(take(new Uint32Array(take(4))[0]!))
  const linear = (labels: readonly string[]) => ({
    labels,
    weights: new Int8Array(take(dimension * labels.length)),
    scales: new Float32Array(take(labels.length * 4)),
    biases: new Float32Array(take(labels.length * 4)),
  })
  const frequencies = () => new Float32Array(take(dimension * 4))
  const intents = linear(head.labels)
  const idf = frequencies()
  const languages = { linear: linear(head.languages), idf: frequencies() }
  return { intents, idf, languages, vocabulary: new Map(head.vocabulary) }
}

function readHead(bytes: ArrayBuffer): z.output<typeof header> {
  try {
    return header.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new RangeError('the bytes are no packed model of this version: train again', { cause })
  }
}
