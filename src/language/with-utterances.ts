import type { Section } from './read-utterances.ts'

/**
 * An utterance file with messages added at the end of a section, which is made where it is missing. A message that stands in the section
 * already is not added again; whatever else stands in the file stays.
 */
export function withUtterances(file: string, section: Section, texts: readonly string[]): string {
  const lines = file.replace(/\n+$/, '').split('\n')
  const head = lines.findIndex((line) => line.trim() === `[${section}]`)
  const start = head + 1
  const next = lines.slice(start).findIndex((line) => /^\s*\[.*\]\s*$/.test(line))
  const within = head < 0 ? [] : lines.slice(start, next < 0 ? undefined : start + next)
  const there = new Set(within.map((line) => line.trim()))
  const added = [...new Set(texts.map(asLine))].filter((line) => line !== '' && !there.has(line))
  if (head < 0) return `${file === '' ? '' : `${lines.join('\n')}\n\n`}[${section}]\n${added.join('\n')}\n`
  const end = start + within.join('\n').replace(/\n+$/, '').split('\n').length
  const at = within.length === 0 ? start : end
  return `${[...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n')}\n`
}

/** One line that is neither a section's head nor a comment. */
const asLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s#[\]]+/, '')
    .trim()
