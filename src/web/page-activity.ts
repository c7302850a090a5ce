import { helpdeskChannel, placeOf, threadConversation } from './channel-place.ts'
import { connectorPath } from './connector-path.ts'
import { htmlOf, mentionsIn, withMentions } from './page-mention.ts'
import type { PageMessage } from './page-message.ts'
import type { SharedFile } from './shared-files.ts'

type At = {
  readonly id: string
  /** The server's own address. */
  readonly origin: string
  readonly files: readonly SharedFile[]
  /** Where a message of the channel stands; the channel itself when absent. */
  readonly thread?: string
}

/** A file of a chat comes with an address to fetch it from; one of a channel stays in the team's SharePoint, and the bot gets a link that it cannot open. */
function fileAttachment({ id, name }: SharedFile, origin: string, inChannel: boolean): object {
  if (inChannel)
    return {
      contentType: 'reference',
      contentUrl: `https://partner.sharepoint.example/sites/support/Helpdesk/${encodeURIComponent(name)}`,
      name,
    }
  const downloadUrl = `${origin}/page/files/${id}`
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: downloadUrl,
    name,
    content: { downloadUrl, uniqueId: id, fileType: /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '' },
  }
}

/** A message's words, the same as HTML beside them, and its files: as Teams sends them. A mention in a chat is no mention. */
function contentOf(text: string, { files, origin }: At, inChannel: boolean): object {
  const attachments = files.map((file) => fileAttachment(file, origin, inChannel))
  if (!inChannel) return { text, ...(attachments.length > 0 && { attachments }) }
  const html = { contentType: 'text/html', content: htmlOf(text, files) }
  return { text: withMentions(text), entities: mentionsIn(text), attachments: [html, ...attachments] }
}

/** The part of the activity that says what was done. */
function whatOf(what: PageMessage['what'], at: At, inChannel: boolean): object {
  switch (what.kind) {
    case 'message':
      return { type: 'message', ...contentOf(what.text, at, inChannel) }
    case 'edit':
      return { type: 'messageUpdate', ...contentOf(what.text, at, inChannel) }
    case 'delete':
      return { type: 'messageDelete' }
    case 'submit':
      return { type: 'message', value: what.data, replyToId: what.replyToId }
    case 'execute':
      return {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: what.verb, data: what.data }, trigger: 'manual' },
        replyToId: what.replyToId,
      }
    case 'installed':
      return { type: 'installationUpdate', action: 'add' }
  }
}

const eventTypes: Partial<Record<PageMessage['what']['kind'], string>> = {
  edit: 'editMessage',
  delete: 'softDeleteMessage',
}

/** A Bot Framework activity as Teams would send it for the person. */
export function pageActivity({ conversation, person, locale, what }: PageMessage, at: At): object {
  const inChannel = placeOf(conversation).kind === 'channel'
  const { id, name, team } = helpdeskChannel
  const eventType = eventTypes[what.kind]
  return {
    ...whatOf(what, at, inChannel),
    id: at.id,
    channelId: 'msteams',
    serviceUrl: `${at.origin}${connectorPath}/`,
    from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId },
    recipient: { id: '28:saldo', name: 'Saldo' },
    conversation: {
      id: inChannel && at.thread ? threadConversation(at.thread) : conversation,
      tenantId: person.tenant,
      conversationType: inChannel ? 'channel' : 'personal',
      ...(inChannel && { isGroup: true }),
    },
    channelData: {
      tenant: { id: person.tenant },
      ...(inChannel && { team, channel: { id, name } }),
      ...(eventType && { eventType }),
    },
    locale,
  }
}
