import type { Language } from '../values/language.ts'
import type { Intent } from './vocabulary.ts'

/** What the message states and nothing more; what is not sure is left out. Written as in the vocabulary's conventions. */
export type Slots = {
  /** As written, upper case. */
  readonly invoice?: string
  /** The bill next to that one is meant. */
  readonly beside?: 'before' | 'after'
  /** `"2026-10"`, a range `"2026-07/2026-09"`, or `"2026"`. */
  readonly period?: string
  /** ISO day. */
  readonly date?: string
  /** Decimal text with a dot. */
  readonly amount?: string
  /** ISO 4217. */
  readonly currency?: string
  /** As written. */
  readonly product?: string
  /** `"T-1042"`. */
  readonly ticket?: string
  readonly line?: number
  readonly quantity?: number
  readonly percent?: number
  /** As written; heeded for partner staff only. */
  readonly customer?: string
}

/** `answer`: sure enough to act. `ask`: say "did you mean" with the alternatives. `decline`: say what Saldo can do. */
export type Zone = 'answer' | 'ask' | 'decline'

/** A message, understood. */
export type Question = {
  readonly text: string
  readonly language: Language
  /** The best guess, whatever the zone. */
  readonly intent: Intent
  /** 0 to 1, calibrated. */
  readonly confidence: number
  readonly zone: Zone
  /** The next best two. */
  readonly alternatives: readonly { readonly intent: Intent; readonly confidence: number }[]
  readonly slots: Slots
}
