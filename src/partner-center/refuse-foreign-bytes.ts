import type { TextDecoder } from 'node:util'
import { ImportRefused } from '../ledger/importing.ts'

/** Rows are kept apart by control characters until they are written, so none may come in. A zero byte is UTF-16. */
export function refuseForeignBytes(file: string, chunk: Uint8Array, decoder: TextDecoder): void {
  if (chunk.includes(0) || !isUtf8(chunk, decoder))
    throw new ImportRefused({
      file,
      problem: 'the file is not UTF-8 text',
      remedy: 'Save it as "CSV UTF-8", or download it again',
    })
  if (chunk.includes(0x1e) || chunk.includes(0x1f)) {
    throw new ImportRefused({
      file,
      problem: 'the file holds a control character (0x1E or 0x1F)',
      remedy: 'Download the file from Partner Center again',
    })
  }
}

/** Letters of an older encoding would come in as question marks, silently. The decoder minds characters that two chunks share. */
function isUtf8(chunk: Uint8Array, decoder: TextDecoder): boolean {
  try {
    decoder.decode(chunk, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
