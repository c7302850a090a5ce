import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Embedded, because the fonts that every PDF reader brings lack the letters of half of Europe's names. Condensed leaves room for amounts
 * in a table; the licence allows embedding.
 */
const files = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const
export type FontName = keyof typeof files

let read: Promise<Readonly<Record<FontName, Buffer>>> | undefined

/** The fonts' bytes, read once. */
export function fonts(): Promise<Readonly<Record<FontName, Buffer>>> {
  read ??= readAll()
  return read
}

async function readAll(): Promise<Record<FontName, Buffer>> {
  const [regular, bold] = await Promise.all([readFile(files.regular), readFile(files.bold)])
  return { regular, bold }
}
