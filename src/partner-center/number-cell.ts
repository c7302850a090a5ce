import { decimal, decimalText } from '../values/decimal.ts'

export type DecimalMark = 'point' | 'comma'

const plain = /^-?\d+(?:\.\d+)?$/
const written: Readonly<Record<DecimalMark, RegExp>> = {
  point: /^[+-]?(?:\d+|\d{1,3}(?:[, \u00a0\u202f]\d{3})+)?(?:\.\d+)?(?:E[+-]?\d{1,3})?$/i,
  comma: /^[+-]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+)?(?:,\d+)?(?:E[+-]?\d{1,3})?$/i,
}
const grouping: Readonly<Record<DecimalMark, RegExp>> = { point: /[, \u00a0\u202f]/g, comma: /[. \u00a0\u202f]/g }

/**
 * What a number cell says with this decimal mark, as a plain decimal text; undefined when it is no number that way. All digits stay,
 * as Microsoft wrote them; only `0E-20` and the like are written out. A leading apostrophe is a spreadsheet's.
 */
export function numberCell(text: string, mark: DecimalMark): string | undefined {
  if (mark === 'point' && plain.test(text)) return text
  const trimmed = text.trim().replace(/^'/, '')
  if (!/\d/.test(trimmed) || !written[mark].test(trimmed)) return undefined
  const ungrouped = trimmed.replace(grouping[mark], '').replace(',', '.').replace(/^\+/, '')
  return plain.test(ungrouped) ? ungrouped : decimalText(decimal(ungrouped))
}

/** Whether spreadsheet software has rounded an identifier: `1.23457E+17`, or sixteen and more digits with zeros after the fifteenth. */
export const roundedBySpreadsheet = (id: string): boolean =>
  /^'?\d(?:[.,]\d+)?E\+\d+$/i.test(id) || (id.length > 15 && /^\d{15}0+$/.test(id))
