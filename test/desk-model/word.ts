import type { Customer, SingleAct } from './acts.ts'

/**
 * What has to become of something that was written. `reach`: it arrives on the other side, or the agents are shown that it did not. `told`:
 * it arrives, or its writer is told that it does not. `stay`: it never arrives there. `any`: it arrives once or not at all.
 */
export type Must = 'reach' | 'told' | 'stay' | 'any'

/** Something that was written, found again by its token wherever it turns up. */
export type Word = {
  readonly token: string
  readonly side: 'customer' | 'agent'
  readonly who: string
  /** Whose conversation it belongs to. */
  readonly customer: Customer
  /** Whose thread, where that is known. */
  ticket?: string
  must: Must
  /** What was written in one moment has no order. */
  readonly group: number
  /** The channel's id of the message, and where it stands: it can be changed. */
  readonly activity?: string
  readonly room?: string
  /** What it was changed to, the last at the end. */
  readonly changes: string[]
  isRemoved: boolean
  isTold: boolean
  /** A message that can be delivered again. */
  readonly text?: string
  readonly day?: string
}

/** What was seen of one act. */
export type Seen = {
  readonly act: SingleAct
  readonly ticket?: string
  /** Words of it whose fate depends on who had the conversation. */
  readonly words: Word[]
  /** Whether the bot replied to the customer; nothing where that says nothing. */
  readonly replied?: boolean
}

/** Nothing came of an act. */
export const nothing: Seen = { act: { k: 'carry' }, words: [] }
