import { dimension } from './hashing.ts'

/** A vector of length one: `values[i]` at `features[i]`, everything else nothing. */
export type Sparse = { readonly features: Uint16Array; readonly values: Float32Array }

/** How telling each feature is: log of examples over examples that have it. */
export function inverseFrequencies(examples: readonly (readonly number[])[]): Float32Array {
  const seen = new Int32Array(dimension)
  const last = new Int32Array(dimension).fill(-1)
  for (const [at, features] of examples.entries())
    for (const feature of features) {
      if (last[feature] !== at) seen[feature]!++
      last[feature] = at
    }
  return Float32Array.from(seen, (count) => (count === 0 ? 0 : 1 + Math.log((1 + examples.length) / (1 + count))))
}

/** Counts times inverse frequencies, scaled to length one. A feature that training never saw is nothing. */
export function tfIdf(features: readonly number[], idf: Float32Array): Sparse {
  const sorted = Uint16Array.from(features).sort()
  const distinct = new Uint16Array(sorted.length)
  const values = new Float32Array(sorted.length)
  let size = 0
  let squares = 0
  for (let at = 0; at < sorted.length; ) {
    const feature = sorted[at]!
    const start = at
    while (at < sorted.length && sorted[at] === feature) at++
    const value = (1 + Math.log(at - start)) * idf[feature]!
    if (value === 0) continue
    distinct[size] = feature
    values[size++] = value
    squares += value * value
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  for (let at = 0; at < size; at++) values[at]! *= scale
  return { features: distinct.subarray(0, size), values: values.subarray(0, size) }
}

/** The angle between two vectors as a cosine, 0 to 1. Both are sorted by feature. */
export function cosine(a: Sparse, b: Sparse): number {
  let sum = 0
  let left = 0
  let right = 0
  while (left < a.features.length && right < b.features.length) {
    const difference = a.features[left]! - b.features[right]!
    if (difference === 0) sum += a.values[left++]! * b.values[right++]!
    else if (difference < 0) left++
    else right++
  }
  return sum
}
