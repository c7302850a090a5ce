import type { Understander } from '../../language/understand.ts'
import type { Day } from '../../values/day.ts'
import { linesOf } from '../lines-of.ts'
import { machineDay } from '../machine-day.ts'
import type { ExitCode, Outside } from '../outside.ts'

/** Output waits until this much of it is there: a write a line would be most of the time. */
const chunk = 16 * 1024

/**
 * `saldo understand`: one message a line in, one JSON object a line out, in order, an empty line included. Every line is a message
 * of its own, by somebody who has said nothing before.
 */
export async function understand(outside: Outside, options: { readonly now?: Day }): Promise<ExitCode> {
  const today = options.now ?? machineDay(outside.clock)
  const understander = await outside.understander()
  let waiting = ''
  for await (const { text, last } of linesOf(outside.terminal.input)) {
    waiting += `${JSON.stringify(understood(understander, text, today))}\n`
    if (!last && waiting.length < chunk) continue
    await outside.terminal.out(waiting)
    waiting = ''
  }
  return 0
}

function understood(understander: Understander, text: string, today: Day) {
  const { language, intent, confidence, zone, alternatives, slots } = understander.understand(text, { today })
  return { text, language, intent, confidence, zone, alternatives, slots }
}
