import { createHash } from 'node:crypto'

/**
 * A file name for a partition, the same on file systems that fold case, distinct for distinct partitions: everything but a-z, 0-9,
 * `-`, `_` and inner dots becomes the hexadecimal of its bytes behind `%`. A name too long for a file ends in its hash.
 */
export function partitionName(partition: string): string {
  if (/^[a-z0-9_-][a-z0-9_.-]{0,149}$/.test(partition)) return partition
  const name = partition.replace(/^\.|[^a-z0-9_.-]/gu, (character) => `%${Buffer.from(character).toString('hex')}.`)
  if (name !== '' && name.length <= 150) return name
  return `${name.slice(0, 80)}%${createHash('sha256').update(partition).digest('hex')}`
}
