import type { PersonKey } from '../access/principal.ts'
import type { Reply } from '../conversation/turn.ts'
import type { DocumentRef } from '../values/answer.ts'
import type { Desk } from './outside.ts'

/** Where a terminal gets the document of an answer: the link that the person would get, where links are configured, and the command. */
export type AskedDocument = { readonly kind: DocumentRef['kind']; readonly link?: string; readonly command: string }

export async function documentOf(
  desk: Desk,
  person: PersonKey,
  as: string,
  { language, answer: { document, facts } }: Reply,
): Promise<AskedDocument | undefined> {
  const number = facts.invoice?.value
  if (!document || number?.type !== 'text') return undefined
  const { kind } = document
  const link = await desk.documentDesk().link(person, document, language)
  const command = `saldo invoices copy ${quoted(number.text)} --as ${as} --language ${language}`
  return { kind, ...(link && { link }), command }
}

const quoted = (number: string): string => (/^[\w./-]+$/.test(number) ? number : `"${number}"`)
