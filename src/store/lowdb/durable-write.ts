import type { Write } from '../unit-of-work.ts'

/**
 * A write on its way to the disk, its data encoded once: the journal writes these bytes, memory keeps them for reads, and the
 * checkpoint copies them into the partition file. Without `json` the document is removed.
 */
export type DurableWrite = Omit<Write, 'text'> & { readonly json?: Buffer }

export function durableWrite({ text, ...write }: Write): DurableWrite {
  return text === undefined ? write : { ...write, json: Buffer.from(text) }
}
