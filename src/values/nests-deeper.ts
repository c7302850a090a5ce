/**
 * Whether JSON text nests deeper than so many levels. Counts brackets outside strings, before anything walks the value: what recurses over it
 * later must not run out of stack.
 */
export function nestsDeeper(json: string, levels: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > levels) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}
