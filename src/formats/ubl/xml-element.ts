import { type ImportFault, ImportRefused } from '../../ledger/importing.ts'

/** An element of a document, by its name without namespace prefix. */
export type XmlElement = {
  readonly file: string
  readonly name: string
  /** From the root on, prefixes as written: `cac:LegalMonetaryTotal/cbc:PayableAmount`. */
  readonly path: string
  readonly line: number
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The first element along a path of names: `PartyTaxScheme/CompanyID`. */
export function find(element: XmlElement, path: string): XmlElement | undefined {
  const [name = '', ...rest] = path.split('/')
  for (const child of childrenOf(element, name)) {
    const found = rest.length === 0 ? child : find(child, rest.join('/'))
    if (found) return found
  }
  return undefined
}

/** Throws ImportRefused when the element is missing or empty. */
export function need(element: XmlElement, path: string): XmlElement {
  const found = find(element, path)
  if (found && (found.text !== '' || found.children.length > 0)) return found
  throw new ImportRefused({
    file: element.file,
    line: element.line,
    column: [element.path, path].filter(Boolean).join('/'),
    problem: 'the element is missing',
    remedy: 'EN 16931 requires it: have the document made again.',
  })
}

/** What is wrong with an element, with its place and value. */
export const refusedAt = (
  element: XmlElement,
  fault: Pick<ImportFault, 'problem' | 'remedy'>,
  cause?: unknown,
): ImportRefused =>
  new ImportRefused(
    { file: element.file, line: element.line, column: element.path, value: element.text || undefined, ...fault },
    { cause },
  )
