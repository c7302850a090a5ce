import { strToU8, zipSync } from 'fflate'

/** The earliest that a zip can say, in local time as the format has it: the same files give the same bytes, whenever and wherever. */
const always = new Date(1980, 0, 1)

/** Text files as one zip, in UTF-8. */
export function zipPackage(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: always, level: 9 })
}
