import type { Activity, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { DocumentToken } from '../access/document-token.ts'
import type { DocumentAccess } from '../ledger/document-access.ts'
import { languageOfLocale } from '../values/language.ts'
import type { CheckedActivity } from './activity.ts'
import type { DocumentDoor } from './document-activity.ts'
import { documentWords } from './document-words.ts'
import { failureOf } from './failure.ts'
import { inOrder } from './in-order.ts'
import { personOf } from './incoming.ts'
import { hashed, type Log } from './log.ts'
import { Refused } from './problem.ts'
import { isFileStorage, UploadFailed, uploadFile } from './upload-file.ts'

/** The value of a `fileConsent/invoke` (Teams docs, bots-filesv4). */
const consentSchema = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ reference: z.string().max(4000) }),
  uploadInfo: z
    .object({
      name: z.string().max(1000),
      uploadUrl: z.url().max(8000),
      contentUrl: z.url().max(8000),
      uniqueId: z.string().max(1000),
      fileType: z.string().max(100),
    })
    .optional(),
})
type Answer = z.output<typeof consentSchema>
type UploadInfo = NonNullable<Answer['uploadInfo']>

type ConsentDeps = { readonly documents: DocumentDoor; readonly log: Log }
/** What to say; nothing when it was said before. */
type Said = Partial<Activity> | undefined

const plain = (text: string): Partial<Activity> => ({ type: 'message', text, textFormat: 'plain' })

/**
 * Takes a person's answer to whether a file may be saved: reads whose question it was, authorises again, uploads, once however often
 * the answer arrives. Throws Refused for what Teams does not send.
 */
export function consentTaker(deps: ConsentDeps): (context: TurnContext, activity: CheckedActivity) => Promise<void> {
  const oneAfterAnother = inOrder()
  return async (context, activity) => {
    const read = consentSchema.safeParse(activity.value)
    if (!read.success) throw new Refused(400, 'value: expected the answer to a file consent card.')
    const { reference } = read.data.context
    const said = await oneAfterAnother(reference, async () => ({ value: await answerTo(deps, activity, read.data) }))
    if (!said) return
    await context.sendActivity(said)
    await removeQuestion(deps, context, activity)
  }
}

async function answerTo(deps: ConsentDeps, activity: CheckedActivity, answer: Answer): Promise<Said> {
  const { desk, local } = deps.documents
  const read = await desk.read('upload', answer.context.reference)
  const fallback = documentWords[languageOfLocale(activity.locale ?? undefined) ?? 'en']
  if (read.kind === 'forged') return plain(fallback.tooOld)
  const { token } = read
  const { tenant, objectId } = personOf(activity)
  if (token.tenant !== tenant || token.objectId !== objectId) {
    await desk.note({ ...accessOf(token), tenant, objectId, outcome: 'refused' })
    return plain(fallback.refused)
  }
  if (await desk.isDone(token.id)) return undefined
  const words = documentWords[token.language]
  const end = async (outcome: DocumentAccess['outcome'], text: string) => {
    await desk.note({ ...accessOf(token), id: token.id, outcome })
    return plain(text)
  }
  if (read.kind === 'expired') return end('expired', words.tooOld)
  if (answer.action === 'decline') return end('declined', words.declined)
  const { uploadInfo } = answer
  if (!uploadInfo || !isFileStorage(uploadInfo.uploadUrl, local))
    throw new Refused(400, 'value.uploadInfo.uploadUrl: expected an address of SharePoint or OneDrive.')
  const outcome = await upload(deps, token, uploadInfo.uploadUrl)
  if (outcome !== 'handed-over') return end(outcome, outcome === 'refused' ? words.refused : words.notSaved)
  return { ...(await end(outcome, words.saved)), attachments: [fileCard(uploadInfo)] }
}

/** The file is made only now: who may have it, and what it says, is decided again. */
async function upload({ documents, log }: ConsentDeps, token: DocumentToken, url: string) {
  const { tenant, objectId, invoice, language } = token
  const opened = await documents.desk.open({ person: { tenant, objectId }, invoice, language })
  if (opened.kind === 'refused') return 'refused'
  try {
    await uploadFile(url, opened.bytes)
    return 'handed-over'
  } catch (error) {
    if (!(error instanceof UploadFailed)) throw error
    log.warn({ ...failureOf(error), person: hashed(objectId) }, 'a file was not saved')
    return 'failed'
  }
}

const accessOf = ({ tenant, objectId, invoice }: DocumentToken) =>
  ({ tenant, objectId, invoice, way: 'upload' }) as const

/** Teams' card for a file that is there. */
const fileCard = ({ name, contentUrl, uniqueId, fileType }: UploadInfo) => ({
  contentType: 'application/vnd.microsoft.teams.card.file.info',
  contentUrl,
  name,
  content: { uniqueId, fileType },
})

/** A question that was answered should not be asked any longer; that it stays harms nobody. */
async function removeQuestion(
  { log }: ConsentDeps,
  context: TurnContext,
  { replyToId }: CheckedActivity,
): Promise<void> {
  if (!replyToId) return
  try {
    await context.deleteActivity(replyToId)
  } catch (error) {
    log.warn(failureOf(error), 'an answered file question stays in the chat')
  }
}
