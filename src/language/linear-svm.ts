import { dimension } from './hashing.ts'
import type { Sparse } from './sparse.ts'

/** One-vs-rest linear decisions, weights in 8 bits. `weights[feature * labels + label] * scales[label]` is a weight. */
export type LinearModel = {
  readonly labels: readonly string[]
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly biases: Float32Array
}

export type LinearOptions = {
  /** What a mistake costs against a smooth model. */
  readonly cost: number
  /** Passes over the examples. */
  readonly passes: number
  readonly seed: number
}

/**
 * Trains a support vector machine per label (squared hinge) by dual coordinate descent (Hsieh et al., ICML 2008,
 * algorithm 3). The order is shuffled by the seed alone: the same examples give the same weights.
 */
export function trainLinear(
  vectors: readonly Sparse[],
  labelled: readonly string[],
  options: LinearOptions,
): LinearModel {
  const labels = [...new Set(labelled)].sort()
  const weights = new Int8Array(dimension * labels.length)
  const scales = new Float32Array(labels.length)
  const biases = new Float32Array(labels.length)
  for (const [at, label] of labels.entries()) {
    const signs = Int8Array.from(labelled, (of) => (of === label ? 1 : -1))
    const { weight, bias } = separate(vectors, signs, options)
    let largest = 0
    for (const value of weight) largest = Math.max(largest, Math.abs(value))
    const scale = largest / 127 || 1
    for (let feature = 0; feature < dimension; feature++)
      weights[feature * labels.length + at] = Math.round(weight[feature]! / scale)
    scales[at] = scale
    biases[at] = bias
  }
  return { labels, weights, scales, biases }
}

function separate(vectors: readonly Sparse[], signs: Int8Array, { cost, passes, seed }: LinearOptions) {
  const weight = new Float32Array(dimension)
  const alpha = new Float32Array(vectors.length)
  const order = Int32Array.from(vectors, (_, at) => at)
  const damping = 1 / (2 * cost)
  const random = randomOf(seed)
  let bias = 0
  let active = order.length
  for (let pass = 0; pass < passes && active > 0; pass++) {
    for (let at = 0; at < active; at++) {
      const other = at + Math.floor(random() * (active - at))
      const one = order[other]!
      order[other] = order[at]!
      order[at] = one
      const sign = signs[one]!
      const { features, values } = vectors[one]!
      const gradient = sign * (dot(weight, features, values) + bias) - 1 + alpha[one]! * damping
      const before = alpha[one]!
      // Far on the right side and without a say: left out from here on ("shrinking"), which is most examples.
      if (before === 0 && gradient > 0) {
        if (gradient > 0.3 && pass > 0) {
          active--
          order[at] = order[active]!
          order[active] = one
          at--
        }
        continue
      }
      // Vectors have length one and the bias counts as a feature of value 1.
      const after = Math.max(before - gradient / (2 + damping), 0)
      alpha[one] = after
      const step = (after - before) * sign
      bias += step
      for (let k = 0; k < features.length; k++) weight[features[k]!]! += step * values[k]!
    }
  }
  return { weight, bias }
}

function dot(weight: Float32Array, features: Uint16Array, values: Float32Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += weight[features[at]!]! * values[at]!
  return sum
}

/** A small generator (mulberry32), so that training depends on nothing but its input. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One decision value per label: above 0 is "yes". */
export function decide(model: LinearModel, vector: Sparse): Float32Array {
  const width = model.labels.length
  const decisions = new Float32Array(width)
  for (let at = 0; at < vector.features.length; at++) {
    const base = vector.features[at]! * width
    const value = vector.values[at]!
    for (let label = 0; label < width; label++) decisions[label]! += value * model.weights[base + label]!
  }
  for (let label = 0; label < width; label++)
    decisions[label] = decisions[label]! * model.scales[label]! + model.biases[label]!
  return decisions
}
