import type { Reply } from '../../conversation/turn.ts'
import type { Language } from '../../values/language.ts'
import { type AskedDocument, documentOf } from '../asked-document.ts'
import { factsJson } from '../fact-json.ts'
import { findPerson } from '../find-person.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { textChart } from '../text-chart.ts'

type Options = { readonly as: string; readonly language?: Language; readonly json: boolean }

/** `saldo ask`: one conversation in the terminal, each text a turn, through the same door as every other message. */
export const ask = (outside: Outside, texts: readonly string[], options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { name, ...key } = await findPerson(desk.documents, options.as)
    const conversation = await desk.conversation()
    const delivery = { channel: 'cli', conversation: desk.newId() }
    for (const [at, text] of texts.entries()) {
      const turn = await conversation.take({
        delivery: { ...delivery, activity: String(at + 1) },
        person: { tenant: key.tenant, objectId: key.objectId, ...(name && { name }) },
        what: { kind: 'message', text },
        locale: options.language,
        at: desk.clock.now(),
      })
      for (const reply of turn.replies) {
        const document = await documentOf(desk, key, options.as, reply)
        await print(outside, { ...reply, document }, options, texts.length > 1 ? text : undefined)
      }
      await conversation.noteDelivered(turn)
    }
    return 0
  })

type Shown = Reply & { readonly document?: AskedDocument }

async function print({ terminal }: Outside, reply: Shown, { json }: Options, asked: string | undefined): Promise<void> {
  const { answer, language, words, document } = reply
  if (json) {
    await terminal.out(
      `${JSON.stringify({ kind: answer.kind, language, text: words.text, facts: factsJson(answer), document })}\n`,
    )
  } else {
    const way = document ? `\n${document.link ?? document.command}\n` : ''
    const chart = words.chart ? `\n${textChart(words.chart)}` : ''
    await terminal.out(
      `${asked === undefined ? '' : `> ${asked}\n`}${words.text}\n${way}${chart}${asked === undefined ? '' : '\n'}`,
    )
  }
}
