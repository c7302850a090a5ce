import { execFileSync, spawnSync } from 'node:child_process'

/** Why PDFs cannot be read here; nothing where they can. In CI a missing reader is a failure. */
export const noReader =
  spawnSync('pdftotext', ['-v']).error && !process.env.CI ? 'no pdftotext (apt-get install poppler-utils)' : undefined

const run = (command: string, args: readonly string[], pdf: Uint8Array): string =>
  execFileSync(command, args, { input: pdf, encoding: 'utf8' })

/** A PDF's text as somebody sees it on its pages; every kind of space is a plain one. Pages end with a form feed. */
export const textOfPdf = (pdf: Uint8Array): string =>
  run('pdftotext', ['-layout', '-', '-'], pdf).replace(/[\u00a0\u202f\u2009]/g, ' ')

/** What the file says about itself. */
export const infoOfPdf = (pdf: Uint8Array): string => run('pdfinfo', ['-'], pdf)
