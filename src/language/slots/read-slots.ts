import type { Slots } from '../question.ts'
import { amountGrammar } from './amounts.ts'
import { lineGrammar, percentGrammar, quantityGrammar } from './counts.ts'
import { dateGrammar } from './dates.ts'
import { invoiceGrammar, ticketGrammar } from './document-ids.ts'
import { monthPeriodGrammar } from './month-periods.ts'
import { monthName } from './months.ts'
import { customerGrammar, productGrammar } from './names.ts'
import { anyNumber } from './numbers.ts'
import { blanked, type Found, type Reading, type SlotGrammar } from './reading.ts'
import { relativeDateGrammar } from './relative-dates.ts'
import { relativePeriodGrammar } from './relative-periods.ts'

const digit = /\d/
const anyMonth = new RegExp(`${monthName}|20\\d\\d`)

/**
 * What is most surely what it looks like goes first; what it read is blanked for the others. A grammar is only asked
 * where its trigger occurs: that keeps a message without any value under a tenth of the time.
 */
const grammars: readonly { readonly trigger: RegExp; readonly grammar: SlotGrammar }[] = [
  {
    trigger:
      /client|customer|compan|empresa|conta d|cuenta de|account of|\b(?:l(?:imited|td|da|tda|lc)|s\.?[al]|gmbh|inc|plc|b\.?v|sarl|unipessoal|me|eireli|group|holdings)\b/,
    grammar: customerGrammar,
  },
  { trigger: /./, grammar: productGrammar },
  { trigger: digit, grammar: percentGrammar },
  { trigger: digit, grammar: ticketGrammar },
  { trigger: digit, grammar: invoiceGrammar },
  { trigger: /line|row|item|position|linha|linea|posic|renglon|partida|rubrica|concepto|apunte/, grammar: lineGrammar },
  { trigger: digit, grammar: dateGrammar },
  {
    trigger:
      /\d|t?day|morrow|hoje|hoy|manh?a|ontem|ayer|antier|feira|segunda|terca|quarta|quinta|sexta|sabado|domingo|lunes|martes|miercoles|jueves|viernes|week|semana|dia|month|mes|end|fim|fin/,
    grammar: relativeDateGrammar,
  },
  { trigger: anyMonth, grammar: monthPeriodGrammar },
  {
    trigger: /\d|month|mes|quarter|trimestre|half|semestre|mitad|metade|year|ano|ytd|ejercicio|exercicio/,
    grammar: relativePeriodGrammar,
  },
  { trigger: /\d|[€£$]|mil|thousand|eur|usd|gbp|brl|reais|dol+ar|pound|quid|libra/, grammar: amountGrammar },
  { trigger: anyNumber, grammar: quantityGrammar },
]

export type SlotsRead = {
  /** What the message states; of two values for one slot the first. */
  readonly slots: Slots
  /** Every stretch that was read, in the order of the message. */
  readonly found: readonly Found[]
}

/** Reads everything that a message states. What is not surely read is left out. */
export function readSlots(reading: Reading): SlotsRead {
  let free = reading.folded
  const found: Found[] = []
  for (const { trigger, grammar } of grammars) {
    if (!trigger.test(free)) continue
    const more = distinct(grammar(reading, free))
    if (more.length === 0) continue
    free = blanked(free, more)
    found.push(...more)
  }
  found.sort((a, b) => a.from - b.from)
  const slots: Slots = {}
  for (const { slots: stated } of found)
    for (const [name, value] of Object.entries(stated)) if (!(name in slots)) Object.assign(slots, { [name]: value })
  return { slots, found }
}

function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one)
  return kept
}

/** The folded text with a placeholder for every stretch that was read: the classifier learns nothing from a value. */
export function withPlaceholders(folded: string, found: readonly Found[]): string {
  let text = ''
  let at = 0
  for (const { from, to, placeholder } of found) {
    text += `${folded.slice(at, from)} 0x${placeholder} `
    at = to
  }
  return text + folded.slice(at)
}
