import type { Terminal } from './terminal.ts'

/** Often enough to move, seldom enough not to be seen in a profile. */
const milliseconds = 100
const cells = 30

export type ProgressBar = {
  draw(file: string, read: number, size: number): void
  clear(): Promise<void>
}

/** A bar by bytes on the terminal's `err`; draws nothing where nobody watches. */
export function progressBar({ columns, err }: Terminal): ProgressBar {
  let drawn = 0
  return {
    draw(file, read, size) {
      const now = performance.now()
      if (!columns || now - drawn < milliseconds) return
      drawn = now
      const share = size === 0 ? 1 : Math.min(1, read / size)
      const full = Math.round(share * cells)
      const line = `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${String(Math.floor(share * 100)).padStart(3)} % ${file}`
      // Not waited for: a bar that is late is no reason to read more slowly.
      void err(`\r${line.slice(0, columns - 1)}\u001b[K`)
    },
    async clear() {
      if (drawn > 0) await err('\r\u001b[K')
    },
  }
}
