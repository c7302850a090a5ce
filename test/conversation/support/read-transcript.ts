import { type Asked, askedSchema } from '../../../src/answers/asked.ts'
import { type Instant, instant } from '../../../src/values/day.ts'
import type { Known } from './small-desk.ts'

export type Exchange = {
  readonly line: number
  /** When it is said, if the clock has moved since what was said before. */
  readonly at?: Instant
  /** What it is understood to ask, if the transcript says so. */
  readonly asked?: Pick<Asked, 'intent' | 'slots'>
  /** What is written, or the app being installed. */
  readonly said: string | { readonly kind: 'installed' }
  readonly kind: string
  /** Texts that the reply has, and those that it has not. */
  readonly has: readonly string[]
  readonly lacks: readonly string[]
}
export type Transcript<Who extends string = Known> = {
  readonly who: Who
  readonly locale?: string
  readonly exchanges: readonly Exchange[]
}

/**
 * Reads a transcript: `as WHO LOCALE`, then `> what is said`, `= intent {slots}` as it is understood, `< kind of the reply`, below it,
 * indented, texts that the reply has and, behind a `!`, texts that it has not. `@ INSTANT` moves the clock, `# ` starts a comment;
 * `> (installed)` is the app being installed. The understood line may be left out. Throws on anything else.
 */
export function readTranscript<Who extends string = Known>(text: string): Transcript<Who> {
  const [head, ...lines] = text.split('\n')
  const match = /^as (\w+)(?: (\S+))?$/.exec(head ?? '')
  if (!match) throw new Error('a transcript starts with "as WHO LOCALE"')
  const exchanges: {
    -readonly [K in keyof Exchange]: Exchange[K] extends readonly string[] ? string[] : Exchange[K]
  }[] = []
  let moved: Instant | undefined
  lines.forEach((line, at) => {
    const last = exchanges.at(-1)
    if (line.trim() === '' || line.startsWith('# ')) return
    if (line.startsWith('> ')) {
      const said = line === '> (installed)' ? ({ kind: 'installed' } as const) : line.slice(2)
      exchanges.push({ line: at + 2, said, kind: '', has: [], lacks: [], ...(moved && { at: moved }) })
      moved = undefined
    } else if (line.startsWith('@ ')) moved = instant(line.slice(2))
    else if (line.startsWith('= ') && last) last.asked = readAsked(line.slice(2))
    else if (line.startsWith('< ') && last) last.kind = line.slice(2)
    else if (line.startsWith('  ! ') && last) last.lacks.push(line.slice(4))
    else if (line.startsWith('  ') && last) last.has.push(line.trim())
    else throw new Error(`line ${at + 2} of the transcript cannot be read: ${line}`)
  })
  return { who: match[1] as Who, locale: match[2], exchanges }
}

/** `invoice.show {"period":"2026-10"}`; no slots where none are written. Throws on what is no question. */
function readAsked(text: string): Pick<Asked, 'intent' | 'slots'> {
  const [intent = '', ...slots] = text.split(' ')
  const asked = askedSchema.parse({ intent, slots: JSON.parse(slots.join(' ') || '{}') })
  return { intent: asked.intent, slots: asked.slots }
}

/** Intl writes spaces that do not break; people who write tests do not. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ')
