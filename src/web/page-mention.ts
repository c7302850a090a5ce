import type { SharedFile } from './shared-files.ts'

const mention = /@Saldo\b/gi
const tag = '<at>Saldo</at>'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** "@Saldo" as Teams writes it in an activity's text. */
export const withMentions = (text: string): string => text.replaceAll(mention, tag)

/** One entity for each mention. */
export const mentionsIn = (text: string): object[] =>
  [...text.matchAll(mention)].map(() => ({ type: 'mention', mentioned: { id: '28:saldo', name: 'Saldo' }, text: tag }))

export const mentionsBot = (text: string): boolean => mentionsIn(text).length > 0

/** The message as the HTML that Teams sends beside its text. */
export function htmlOf(text: string, files: readonly SharedFile[]): string {
  const words = escaped(text)
    .replaceAll(mention, '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Saldo</span>')
    .replaceAll('\n', '<br>')
  return `<p>${words}</p>${files.map(({ id }) => `<attachment id="${id}"></attachment>`).join('')}`
}
