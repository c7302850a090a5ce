import { element } from './elements.js'

const kinds = ['application/vnd.microsoft.teams.file.download.info', 'reference']

/** The files among an activity's attachments: a link where the page has the file, a name where it stays in SharePoint. */
export function fileList(attachments) {
  const files = (attachments ?? []).filter(({ contentType }) => kinds.includes(contentType))
  if (files.length === 0) return []
  const list = element('ul', 'files')
  for (const { name, content } of files) {
    const item = element('li', 'file')
    const url = content?.downloadUrl
    const made = element(url ? 'a' : 'span', '', name)
    if (url) {
      // The bot's address of it is this page's, by another name of this machine.
      made.href = new URL(url).pathname
      made.download = name
    }
    item.append(made)
    list.append(item)
  }
  return [list]
}
