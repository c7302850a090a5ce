import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type ImportInput, ImportRefused } from '../../ledger/importing.ts'
import { readText } from '../read-csv.ts'
import type { XmlElement } from './xml-element.ts'

/** A bill with its attachments stays far below; more is no bill, or an attack. */
const maxCharacters = 20 * 1024 * 1024
const maxDepth = 50

const metadata = XMLParser.getMetaDataSymbol() as unknown as symbol
type Parsed = { readonly [tag: string]: unknown; readonly ':@'?: Record<string, string> }

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  // Amounts stay the text that was written, and no entity is ever expanded but XML's own five, by us.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** The root element of an XML file. Throws ImportRefused for what is no XML, is too large, or declares a document type. */
export async function readXml(input: ImportInput): Promise<XmlElement> {
  const { file } = input
  const text = await readText(input)
  if (text.length > maxCharacters) {
    throw new ImportRefused({ file, problem: 'the file is too large for a bill', remedy: 'Leave its attachments out.' })
  }
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) {
    const line = lineAt(text, text.indexOf('<!'))
    throw new ImportRefused({
      file,
      line,
      problem: 'it declares a document type, which no bill needs',
      remedy: 'Remove the declaration.',
    })
  }
  const checked = XMLValidator.validate(text)
  if (checked !== true) {
    throw new ImportRefused({
      file,
      line: checked.err.line,
      problem: `it is no XML: ${checked.err.msg}`,
      remedy: 'Fetch the file again: its end may be missing.',
    })
  }
  const roots = (parser.parse(text) as Parsed[])
    .map((node) => elementOf({ file, text }, node, '', 0))
    .filter((each) => each !== undefined)
  if (roots[0]) return roots[0]
  throw new ImportRefused({ file, problem: 'it holds no element', remedy: 'Fetch the file again.' })
}

function elementOf(
  source: { file: string; text: string },
  node: Parsed,
  above: string,
  depth: number,
): XmlElement | undefined {
  const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
  if (tag === undefined) return undefined
  const start = (node as { [key: symbol]: { startIndex?: number } | undefined })[metadata]?.startIndex ?? 0
  const line = lineAt(source.text, start)
  if (depth > maxDepth)
    throw new ImportRefused({
      file: source.file,
      line,
      problem: 'its elements are nested too deeply',
      remedy: 'This is no bill.',
    })
  const inside = node[tag] as readonly Parsed[]
  // The root is left out of paths: every path would begin with it.
  const path = depth === 0 ? '' : above === '' ? tag : `${above}/${tag}`
  return {
    file: source.file,
    name: tag.slice(tag.indexOf(':') + 1),
    path,
    line,
    text: decoded(inside.map((child) => child['#text'] ?? '').join('')).trim(),
    attributes: node[':@'] ?? {},
    children: inside.map((child) => elementOf(source, child, path, depth + 1)).filter((child) => child !== undefined),
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's five entities and character references; any other stays as it was written. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (written, name?: string, dec?: string, hex?: string) => {
      if (name) return named[name] ?? written
      const code = dec ? Number(dec) : Number.parseInt(hex ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    },
  )

const lineAt = (text: string, index: number): number => {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}
