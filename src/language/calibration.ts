/** Weights of a logistic combination of what the classifier says about its own best guess. */
export type Combination = {
  readonly bias: number
  readonly decision: number
  readonly margin: number
  readonly softmax: number
}

/**
 * Fitted on one half of the development messages (`npm run bench -- calibrate` prints it); the tests measure on the other.
 * Nearness to the closest example, the share of known words and the decision for out of scope, which help on public sets,
 * added nothing here.
 */
export const calibration: { readonly inScope: Combination; readonly outOfScope: Combination } = {
  inScope: { bias: 1.14, decision: 3.06, margin: 2.97, softmax: 0.96 },
  outOfScope: { bias: 1.7, decision: 2.54, margin: 1.98, softmax: -0.81 },
}

/** Confidence from which Saldo acts on its best guess, and from which it offers it. */
export const thresholds = { answer: 0.8, ask: 0.3, decline: 0.6 } as const
