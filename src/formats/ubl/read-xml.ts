import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type ImportInput, ImportRefused } from '../../ledger/importing.ts'
import { readText } from '../read-csv.ts'
import type { XmlElement } from './xml-element.ts'

/** A bill with its attachments stays far below; more is no bill, or an attack. */
const maxBytes = 20 * 1024 * 1024
const tooLarge = { problem: 'the file is too large for a bill', remedy: 'Leave its attachments out.' }
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
  maxNestedTags: maxDepth,
})

/** The root element of an XML file. Throws ImportRefused for what is no XML, is too large, or declares a document type. */
export async function readXml(input: ImportInput): Promise<XmlElement> {
  const { file } = input
  const text = await readText(input, maxBytes, tooLarge)
  const lines = lineStarts(text)
  const declared = text.search(/<!(DOCTYPE|ENTITY)/)
  if (declared !== -1) {
    const problem = 'it declares a document type, which no bill needs'
    throw new ImportRefused({ file, line: lineAt(lines, declared), problem, remedy: 'Remove the declaration.' })
  }
  const roots = parsed(file, text).map((node) => elementOf({ file, lines }, node, undefined))
  const root = roots.find((each) => each !== undefined)
  if (root) return root
  throw new ImportRefused({ file, problem: 'it holds no element', remedy: 'Fetch the file again.' })
}

function parsed(file: string, text: string): readonly Parsed[] {
  const remedy = 'Fetch the file again: it may be cut off or damaged.'
  const checked = XMLValidator.validate(text)
  if (checked !== true)
    throw new ImportRefused({ file, line: checked.err.line, problem: `it is no XML: ${checked.err.msg}`, remedy })
  try {
    return parser.parse(text) as Parsed[]
  } catch (cause) {
    // The parser has its own limits, such as nesting, and throws plain errors.
    throw new ImportRefused({ file, problem: `it cannot be read: ${(cause as Error).message}`, remedy }, { cause })
  }
}

type Source = { readonly file: string; readonly lines: readonly number[] }

function elementOf(source: Source, node: Parsed, above: string | undefined): XmlElement | undefined {
  const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
  if (tag === undefined) return undefined
  const start = (node as { [key: symbol]: { startIndex?: number } | undefined })[metadata]?.startIndex ?? 0
  const inside = node[tag] as readonly Parsed[]
  // The root is left out of paths: every path would begin with it.
  const path = above === undefined ? '' : above === '' ? tag : `${above}/${tag}`
  return {
    file: source.file,
    name: tag.slice(tag.indexOf(':') + 1),
    path,
    line: lineAt(source.lines, start),
    text: decoded(inside.map((child) => child['#text'] ?? '').join('')).trim(),
    attributes: node[':@'] ?? {},
    children: inside.map((child) => elementOf(source, child, path)).filter((child) => child !== undefined),
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

/** Where each line starts. */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line that holds an index, counted from 1: the last one that starts at or before it. */
function lineAt(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle
  }
  return low + 1
}
