import type { Chart } from './chart.ts'
import type { Facts } from './fact.ts'
import type { InvoiceId } from './ids.ts'

/**
 * What Saldo has to say, without words: `language/` says it, the doors lay it out. `kind` is the key of the catalogue's
 * template, `facts` are what the template can name, `rows` are what its row template is said with, once each.
 */
export type Answer = {
  readonly kind: string
  readonly facts: Facts
  readonly rows?: readonly Facts[]
  /** Said after it, each with a template of its own: a remark, the way on. */
  readonly notes?: readonly { readonly kind: string; readonly facts: Facts }[]
  /** The same figures to look at; the text says them without it. */
  readonly chart?: Chart
  /** A document that goes with it: each door hands it over in its own way, after asking again whether it may. */
  readonly document?: DocumentRef
  /** What the person can do next. Its words are a button's label and, said back, the message that asks for it. */
  readonly next?: readonly NextStep[]
}

/** The certified document of a bill, or a billing statement about it, which is in the language of the reply. */
export type DocumentRef = {
  readonly invoice: InvoiceId
  readonly kind: 'original' | 'statement'
}

export type NextStep = { readonly kind: string; readonly facts: Facts }
