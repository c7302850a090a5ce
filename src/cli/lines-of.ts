export type Line = {
  readonly text: string
  /** No other line is here yet: whoever answers a person at the other end answers now. */
  readonly last: boolean
}

/** The lines of a UTF-8 stream, ended by LF or CRLF and by nothing else: a message may hold any other separator. A last line needs no end. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const bytes of input) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const [at, line] of lines.entries()) yield { text: withoutReturn(line), last: at === lines.length - 1 }
  }
  rest += decoder.decode()
  if (rest !== '') yield { text: withoutReturn(rest), last: true }
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
