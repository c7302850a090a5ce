import PDFDocument from 'pdfkit'
import { type FontName, fonts } from './fonts.ts'

/** Points, a 72nd of an inch. A4 is 595.28 by 841.89. */
export const left = 50
export const width = 495.28
const top = 50
/** Below it stands the foot of the page. */
const bottom = 841.89 - 68

export const ink = {
  text: '#1b2523',
  subtle: '#56625f',
  accent: '#0a574f',
  line: '#c9cfcd',
  ground: '#eef3f2',
} as const

export type Writing = {
  readonly x: number
  readonly width: number
  readonly size?: number
  readonly font?: FontName
  readonly color?: string
  readonly align?: 'left' | 'right'
}

/** The document under the pen: where the next thing goes, on which page. */
export type Paper = {
  readonly doc: PDFKit.PDFDocument
  y: number
  /** Drawn at the top of every page but the first, such as a table's head that goes on. */
  onNewPage: (() => void) | undefined
}

export type PaperInfo = {
  readonly title: string
  readonly author: string
  readonly language: string
  /** The only date in the file, so that the same content has the same bytes. */
  readonly created: Date
}

export async function openPaper({ title, author, language, created }: PaperInfo): Promise<Paper> {
  const { regular, bold } = await fonts()
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top, bottom: 0, left, right: left },
    bufferPages: true,
    autoFirstPage: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'Saldo',
      Producer: 'Saldo',
      CreationDate: created,
      ModDate: created,
    },
  })
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  return { doc, y: top, onNewPage: undefined }
}

/** Makes sure that `height` fits below; begins a new page when it does not. */
export function makeRoom(paper: Paper, height: number): void {
  if (paper.y + height <= bottom) return
  paper.doc.addPage()
  paper.y = top
  paper.onNewPage?.()
}

function setUp({ doc }: Paper, { size = 9, font = 'regular', color = ink.text }: Writing): void {
  doc.font(font).fontSize(size).fillColor(color)
}

/** How high a text gets within its width. */
export function heightOf(paper: Paper, content: string, writing: Writing): number {
  setUp(paper, writing)
  return content === '' ? 0 : paper.doc.heightOfString(content, { width: writing.width })
}

/** Writes a text at a height, and gives how high it got. Does not move the pen. */
export function writeAt(paper: Paper, y: number, content: string, writing: Writing): number {
  const height = heightOf(paper, content, writing)
  if (content !== '') paper.doc.text(content, writing.x, y, { width: writing.width, align: writing.align ?? 'left' })
  return height
}

/** Writes a text where the pen is and moves it below. */
export function write(paper: Paper, content: string, writing: Writing, gap = 0): void {
  makeRoom(paper, heightOf(paper, content, writing))
  paper.y += writeAt(paper, paper.y, content, writing) + gap
}

export function rule({ doc }: Paper, y: number, from = left, length = width): void {
  doc
    .lineWidth(0.6)
    .strokeColor(ink.line)
    .moveTo(from, y)
    .lineTo(from + length, y)
    .stroke()
}

/** All pages as one file. */
export async function closePaper({ doc }: Paper): Promise<Uint8Array> {
  doc.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of doc as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
