import { suspensionCardAnswer } from '../../answers/suspension-card.ts'
import type { SuspensionEntry } from '../../collections/suspension.ts'
import { suspensionScene } from '../../conversation/collections/suspension-scene.ts'
import { say } from '../../language/say.ts'
import { findSuspension } from '../find-suspension.ts'
import { instantText } from '../instant-text.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { suspensionJson } from './suspensions.ts'

/** `saldo suspensions show`: what the card in the helpdesk's channel says, and the trail. */
export const showSuspension = (outside: Outside, number: string, { json }: { readonly json: boolean }) =>
  lookAt(outside, async ({ documents, clock }): Promise<ExitCode> => {
    const { terminal } = outside
    const suspension = await findSuspension(documents, number)
    const scene = await suspensionScene(documents, suspension.id, clock.now())
    if (!scene) throw new Error('a suspension has no customer')
    if (json) await terminal.out(`${JSON.stringify(suspensionJson(suspension, scene.customer.name))}\n`)
    else {
      const { title, text } = say(suspensionCardAnswer(scene), 'en')
      const trail = suspension.trail.map(entryLine)
      await terminal.out(`${[title, text, '', 'Trail', ...trail].join('\n')}\n`)
    }
    return 0
  })

const entryLine = ({ at, by, what, text, state }: SuspensionEntry): string =>
  `  ${instantText(at)}  ${by === 'saldo' ? 'saldo' : (by.name ?? by.objectId)}  ${what}${text ? `: ${text}` : ''}  -> ${state}`
