/** Weights of a logistic combination of what the classifier says about its own best guess. */
export type Combination = {
  readonly bias: number
  readonly decision: number
  readonly margin: number
  readonly softmax: number
  readonly outOfScope: number
}

/**
 * Fitted on one half of the development messages (`npm run bench -- calibrate` prints it); the tests measure on the other.
 * Nearness to the closest example and the share of known words, which help on public sets, added nothing here.
 */
export const calibration: { readonly inScope: Combination; readonly outOfScope: Combination } = {
  inScope: { bias: 0, decision: 1, margin: 3, softmax: 0, outOfScope: 0 },
  outOfScope: { bias: 0, decision: 1, margin: 3, softmax: 0, outOfScope: 0 },
}

/** Confidence from which Saldo acts on its best guess, and from which it offers it. */
export const thresholds = { answer: 0.75, ask: 0.35, decline: 0.6 } as const
