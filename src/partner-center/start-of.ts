/** The first line of a text, or its first 64 KiB, without byte-order mark. */
export async function startOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  let start = ''
  const decoder = new TextDecoder()
  for await (const chunk of source) {
    start += decoder.decode(chunk, { stream: true })
    if (start.length > 65_536 || start.includes('\n')) break
  }
  return start
}
