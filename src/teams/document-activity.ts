import type { Activity } from 'botbuilder'
import type { PersonKey } from '../access/principal.ts'
import type { DocumentDesk } from '../conversation/document-desk.ts'
import type { Reply } from '../conversation/turn.ts'
import type { DocumentRef } from '../values/answer.ts'
import type { Language } from '../values/language.ts'
import { documentWords } from './document-words.ts'

/** How this door hands documents over: `upload` asks and puts the file into the person's OneDrive, `link` gives a link. */
export type DocumentDoor = {
  readonly desk: DocumentDesk
  readonly way: 'upload' | 'link'
  /** Uploads go to this machine instead of to Microsoft's storage: local mode. */
  readonly local: boolean
}

const plain = (text: string): Partial<Activity> => ({ type: 'message', text, textFormat: 'plain' })

/** What follows a reply that a document goes with; nothing for any other. */
export async function documentActivities(
  { desk, way }: DocumentDoor,
  { answer, language }: Reply,
  to: { readonly person: PersonKey; readonly rendersCards: boolean },
): Promise<readonly Partial<Activity>[]> {
  const { document } = answer
  if (!document) return []
  // Teams' question is a card: who gets plain text, or all replies at once, gets a link.
  if (way === 'upload' && to.rendersCards) return [await consentCard(desk, to.person, document, language)]
  const link = await desk.link(to.person, document, language)
  const words = documentWords[language]
  if (!link) return [plain(words.noWay)]
  const note = words.linkNote(desk.linkMinutes)
  return [to.rendersCards ? linkCard(link, note, words.open) : plain(`${note}\n${link}`)]
}

/** Teams' question whether the file may be saved. What comes back was in the client's hands: a signed reference and nothing else. */
async function consentCard(
  desk: DocumentDesk,
  person: PersonKey,
  document: DocumentRef,
  language: Language,
): Promise<Partial<Activity>> {
  const words = documentWords[language]
  const opened = await desk.open({ person, invoice: document.invoice, language })
  if (opened.kind === 'refused') return plain(words.refused)
  const reference = { reference: await desk.uploadReference(person, document, language) }
  const content = {
    description: words.consent,
    sizeInBytes: opened.bytes.length,
    acceptContext: reference,
    declineContext: reference,
  }
  const contentType = 'application/vnd.microsoft.teams.card.file.consent'
  return { type: 'message', attachments: [{ contentType, name: opened.about.file, content }] }
}

function linkCard(url: string, note: string, title: string): Partial<Activity> {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: `${note}\n${url}`,
    body: [{ type: 'TextBlock', text: note, wrap: true, size: 'Small', isSubtle: true }],
    actions: [{ type: 'Action.OpenUrl', title, url }],
  }
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }
}
