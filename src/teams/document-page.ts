import { createHash } from 'node:crypto'
import type { DocumentFor } from '../answers/document-for.ts'
import { qrModules } from '../formats/qr-modules.ts'
import type { Language } from '../values/language.ts'
import type { Labelled, StatementPayment } from '../values/statement-sheet.ts'
import { documentPageWords } from './document-page-words.ts'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
body { max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; color: light-dark(#1b2523, #eef2f1); background: light-dark(#fff, #1c2221) }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; color: light-dark(#0a574f, #7fd6c9) }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem }
p { margin: .5rem 0 }
.subtle { color: light-dark(#56625f, #a9b5b2) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1.25rem 0 }
dt { color: light-dark(#56625f, #a9b5b2) }
dd { margin: 0; overflow-wrap: anywhere }
a { display: inline-block; margin: .75rem 0; padding: .6rem 1.1rem; border-radius: .4rem; background: light-dark(#0a574f, #7fd6c9); color: light-dark(#fff, #10201d); text-decoration: none; font-weight: 600 }
svg { display: block; width: 12rem; max-width: 100%; padding: 1rem; margin: 1rem 0; background: #fff; border-radius: .4rem }
`

/** Nothing is loaded, run or framed; only the page's own style, known by its hash. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** What is behind a link: whose it is, what it is, the file, and how to pay by scanning. */
export function documentPage(
  about: Exclude<DocumentFor, { kind: 'refused' }>,
  language: Language,
  fileAddress: string,
): string {
  const words = documentPageWords[language]
  const { kind, sheet } = about
  const whose = about.person ? words.madeFor(about.person, about.customer) : words.madeForCustomer(about.customer)
  const title = `${kind === 'statement' ? about.sheet.title : words.original} ${about.number}`
  return page(language, title, [
    `<p class="subtle">${escaped(whose)}</p>`,
    ...(kind === 'statement' ? [`<p>${escaped(about.sheet.notice)}</p>`] : []),
    ...(sheet ? [rows([...sheet.details, ...sheet.sums.slice(-1)])] : []),
    `<a href="${escaped(fileAddress)}">${escaped(words.download)}</a>`,
    ...(sheet?.payment ? [payment(sheet.payment)] : []),
  ])
}

/** Why there is nothing behind a link, and what to do. */
export function noDocumentPage(why: 'expired' | 'notValid' | 'refused', language: Language): string {
  const { title, text } = documentPageWords[language][why]
  return page(language, title, [`<p>${escaped(text)}</p>`])
}

const page = (language: Language, title: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${parts.join('')}</main></body></html>`

function payment({ title, rows: due, codes }: StatementPayment): string {
  const parts = codes.map(({ method, rows: details, caption, payload, paste }) =>
    [
      `<h2>${escaped(title)}: ${escaped(method)}</h2>`,
      rows([...due, ...details, ...(paste ? [{ label: paste, value: payload }] : [])]),
      `<p class="subtle">${escaped(caption)}</p>`,
      svg(payload, caption),
    ].join(''),
  )
  return parts.join('')
}

const rows = (all: readonly Labelled[]): string =>
  `<dl>${all.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`

function svg(payload: string, label: string): string {
  const { size, runs } = qrModules(payload)
  const path = runs.map(({ row, column, length }) => `M${column} ${row}h${length}v1h-${length}z`).join('')
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
