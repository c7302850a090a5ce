import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Content } from '../../delivery/post.ts'
import { sayTerm } from '../../language/say-fact.ts'
import { small } from './case-section.ts'
import { clipped } from './clipped.ts'
import { alone, text } from './elements.ts'

type File = Pick<Extract<Content, { kind: 'file' }>, 'by' | 'name' | 'language'>

const lineOf = ({ by, name }: File): string => `${clipped(by, 200)}: 📎 ${clipped(name, 200)}`

/** A file that a customer sent, behind a link. */
export const fileCard = (file: File, url: string): IAdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: file.language,
  fallbackText: fileText(file, url),
  body: [text(lineOf(file)), text(sayTerm('card.file-link', file.language), small)],
  actions: [{ type: 'Action.OpenUrl', title: alone(sayTerm('card.do.open-file', file.language)), url }],
})

/** The same for whoever sees no card; without a public address there is no link. */
export const fileText = (file: File, url: string | undefined): string =>
  [lineOf(file), sayTerm(url ? 'card.file-link' : 'card.file-no-link', file.language), ...(url ? [url] : [])].join('\n')

/** A file that had its time. */
export const fileGone = (file: File): string => `${lineOf(file)}\n${sayTerm('card.file-gone', file.language)}`
