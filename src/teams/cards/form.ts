import type {
  CardElementArray,
  IChoiceSetInput,
  IExecuteAction,
  IShowCardAction,
  ITextInput,
} from '@microsoft/teams.cards'

type Data = Readonly<Record<string, string>>
type Choice = { readonly title: string; readonly value: string }

/** Teams cuts a long button; the whole is said when it is hovered over, and to a screen reader. */
export const button = (
  title: string,
  verb: string,
  data: Data,
  style?: 'positive' | 'destructive',
): IExecuteAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ...data },
  ...(style && { style }),
})

/**
 * A form that opens below its button. What is typed into it goes along with its own buttons only. An id that two inputs of a card share
 * keeps Teams on a phone from showing any of it (microsoft/botframework-sdk#6430), so `name` is put behind each: see `plainFields`.
 */
export const form = (
  name: string,
  title: string,
  body: CardElementArray,
  actions: readonly (IExecuteAction | IShowCardAction)[],
): IShowCardAction => ({
  type: 'Action.ShowCard',
  title,
  card: {
    type: 'AdaptiveCard',
    body: body.map((each) =>
      each.type === 'Input.Text' || each.type === 'Input.ChoiceSet' ? { ...each, id: `${each.id}-${name}` } : each,
    ),
    actions: [...actions],
  },
})

/** What a form's button sends, with its fields as they are called without the form's name. */
export const plainFields = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key.replace(/-.*$/, ''), value]))
    : data

/** Several lines of text. With `missing`, the words that are shown when nothing is written, it has to be filled in. */
export const textInput = (
  id: string,
  label: string,
  { missing, value }: { readonly missing?: string; readonly value?: string } = {},
): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  maxLength: 8000,
  ...(value !== undefined && { value }),
  ...(missing !== undefined && { isRequired: true, errorMessage: missing }),
})

/** One line. */
export const lineInput = (id: string, label: string, missing: string): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 64,
  isRequired: true,
  errorMessage: missing,
})

/** One of several. Without `value` nothing is chosen yet. */
export const choiceInput = (
  id: string,
  label: string,
  choices: readonly Choice[],
  { missing, value }: { readonly missing: string; readonly value?: string },
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  wrap: true,
  choices: choices.map((each) => ({ ...each })),
  isRequired: true,
  errorMessage: missing,
  ...(value !== undefined && { value }),
})
