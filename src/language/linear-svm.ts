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
  const rows = rowsOf(vectors)
  for (const [at, label] of labels.entries()) {
    const signs = Int8Array.from(labelled, (of) => (of === label ? 1 : -1))
    const { weight, bias } = separate(rows, signs, options)
    const scale = weight.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / 127 || 1
    for (let feature = 0; feature < rows.names.length; feature++)
      weights[rows.names[feature]! * labels.length + at] = Math.round(weight[feature]! / scale)
    scales[at] = scale
    biases[at] = bias
  }
  return { labels, weights, scales, biases }
}

/** All vectors end to end, the features numbered anew by how often they occur: what is used most lies together in the cache. */
type Rows = {
  readonly starts: Int32Array
  readonly features: Uint16Array
  readonly values: Float32Array
  /** The feature that each new number stands for. */
  readonly names: Uint16Array
}

function rowsOf(vectors: readonly Sparse[]): Rows {
  const counts = new Int32Array(dimension)
  const starts = new Int32Array(vectors.length + 1)
  for (const [at, vector] of vectors.entries()) {
    starts[at + 1] = starts[at]! + vector.features.length
    for (const feature of vector.features) counts[feature]!++
  }
  const used = Array.from(counts.keys()).filter((feature) => counts[feature]! > 0)
  const names = Uint16Array.from(used.sort((a, b) => counts[b]! - counts[a]! || a - b))
  const numbers = new Uint16Array(dimension)
  for (const [number, feature] of names.entries()) numbers[feature] = number
  const features = new Uint16Array(starts[vectors.length]!)
  const values = new Float32Array(features.length)
  for (const [at, vector] of vectors.entries()) {
    features.set(
      vector.features.map((feature) => numbers[feature]!),
      starts[at]!,
    )
    values.set(vector.values, starts[at]!)
  }
  return { starts, features, values, names }
}

function separate({ starts, features, values, names }: Rows, signs: Int8Array, { cost, passes, seed }: LinearOptions) {
  const weight = new Float32Array(names.length)
  const alpha = new Float32Array(signs.length)
  const order = Int32Array.from(signs, (_, at) => at)
  const [damping, random] = [1 / (2 * cost), randomOf(seed)]
  // Nearly all examples are of other labels. Starting from "no" leaves them alone: half the time, the same accuracy.
  let bias = -1
  let active = order.length
  for (let pass = 0; pass < passes; pass++)
    for (let at = 0; at < active; at++) {
      const other = at + Math.floor(random() * (active - at))
      const one = order[other]!
      order[other] = order[at]!
      order[at] = one
      const [from, to, sign, before] = [starts[one]!, starts[one + 1]!, signs[one]!, alpha[one]!]
      let decision = bias
      for (let k = from; k < to; k++) decision += weight[features[k]!]! * values[k]!
      const gradient = sign * decision - 1 + before * damping
      if (before === 0 && gradient >= 0) {
        // Far on the right side and without a say: left out from here on ("shrinking"), which is most examples.
        if (gradient <= 0.3 || pass === 0) continue
        active--
        order[at] = order[active]!
        order[active] = one
        at--
        continue
      }
      // Vectors have length one and the bias counts as a feature of value 1.
      const after = Math.max(before - gradient / (2 + damping), 0)
      alpha[one] = after
      const step = (after - before) * sign
      bias += step
      for (let k = from; k < to; k++) weight[features[k]!]! += step * values[k]!
    }
  return { weight, bias }
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
