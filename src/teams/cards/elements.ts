import type { IColumnSet, IExecuteAction, ITableCell, ITextBlock } from '@microsoft/teams.cards'

type Look = Omit<Partial<ITextBlock>, 'type' | 'text'>

/**
 * Cards read Markdown, and texts hold what files of others say: no text may become a link that says one thing and opens another.
 */
export const harmless = (content: string): string => content.replaceAll('](', '] (')

/** A text that wraps: nothing in a card is cut off. */
export const text = (content: string, look: Look = {}): ITextBlock => ({
  type: 'TextBlock',
  text: harmless(content),
  wrap: true,
  ...look,
})

/** A word that stands alone: terms are written to fit into a sentence. */
export const alone = (word: string | undefined): string =>
  word ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : ''

export const heading = (content: string): ITextBlock =>
  text(content, { style: 'heading', size: 'Medium', weight: 'Bolder' })

export const cell = (
  items: (ITextBlock | IColumnSet)[],
  look: Omit<Partial<ITableCell>, 'type' | 'items'> = {},
): ITableCell => ({
  type: 'TableCell',
  items,
  ...look,
})

/** A button that says a message. Clients without Universal Actions post it as if typed. */
export const sayAction = ({ label, message }: { label: string; message: string }): IExecuteAction => ({
  type: 'Action.Execute',
  title: label,
  verb: 'say',
  data: { text: message },
  fallback: { type: 'Action.Submit', title: label, data: { msteams: { type: 'imBack', value: message } } },
})

/** A click that asks something exact. What it carries is checked and authorised again when it comes back. */
export const askAction = (
  title: string,
  question: { intent: string; slots: Record<string, string> },
): IExecuteAction => ({
  type: 'Action.Execute',
  title,
  tooltip: title,
  verb: 'ask',
  data: question,
  fallback: { type: 'Action.Submit', title, data: { verb: 'ask', ...question } },
})
