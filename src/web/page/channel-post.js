import { cardsOf } from './bot-message.js'
import { botIcon, element } from './elements.js'
import { fileList } from './file-list.js'
import { initials } from './initials.js'
import { marked, written } from './mentions.js'
import { ownTools } from './own-tools.js'
import { words } from './words.js'

export const isPersons = (activity) => activity.from?.aadObjectId !== undefined

function avatarOf(activity) {
  if (!isPersons(activity)) return botIcon(32)
  const avatar = element('span', 'avatar', initials(activity.from.name))
  avatar.ariaHidden = 'true'
  return avatar
}

function head({ activity, time, edited }, said) {
  const made = element('div', 'post-head')
  made.append(
    element('strong', '', isPersons(activity) ? activity.from.name : 'Saldo'),
    element('span', 'post-time', time),
  )
  if (edited) made.append(element('span', 'post-time', said.edited))
  return made
}

/** A button counts once until it was answered. */
function onceAtATime(made, onAction) {
  return async (action) => {
    if (made.ariaBusy === 'true') return
    made.ariaBusy = 'true'
    await onAction(action)
    made.ariaBusy = 'false'
  }
}

/** A post of the channel, the bot's or a person's; `own` says that whoever sits there wrote it and may change it. */
export function channelPost({ activity, time, edited }, { language, own, onAction, onEdit, onDelete }) {
  const said = words[language]
  const made = element('article', 'post')
  made.tabIndex = -1
  const body = element('div', 'post-body')
  const text = element('div', 'post-text')
  if (activity.text) text.append(...marked(activity.text))
  body.append(head({ activity, time, edited }, said), text)
  body.append(...cardsOf(activity.attachments, onceAtATime(made, onAction)), ...fileList(activity.attachments))
  if (own) body.append(ownTools({ text: written(activity.text ?? ''), words: text, said, onEdit, onDelete }))
  made.append(avatarOf(activity), body)
  return made
}
