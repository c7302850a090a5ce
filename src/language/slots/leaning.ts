/** Which way a sentence looks in time. */
export type Lean = 'ahead' | 'behind' | undefined

const oneOf = (...lines: readonly string[]) => `(?:${lines.flatMap((line) => line.split(', ')).join('|')})`

const doing = oneOf(
  'pay, settle, transfer, send, wire, clear, remit, sort, do, go, be, have, make, effect, release',
  'pagar, liquidar, transferir, regularizar, quitar, acertar, fazer, depositar, efetuar, efectuar, realizar, enviar, mandar, resolver, ter',
  'saldar, abonar, hacer, ingresar, cancelar, tener',
)
const will = oneOf('will, shall, going to, gonna', 'vou, vamos, iremos, voy a, vamos a, van a')
const ahead = oneOf(
  'll, plan to, wait, scheduled, can, cannot, could, paying, next, promise, latest, effective, starting',
  `(?:to|we|i) ${doing}`,
  `(?:vai|vao|consigo|conseguimos|posso|pode|podemos|puedo|poderia|podria|quero|queremos|quiero) (?:\\w+ )?${doing}`,
  'agend\\w+, program\\w+, previst[oa], prometo, pagamos, liquido, liquidamos, fica, sai, entra, so consigo, o mais tardar, a partir',
  'cae, queda, solo puedo, lo mas tardar, proxim[oa]',
  '(?<!foi |foram |sido |esta |ta |fue |ja |ya )pago',
  // The future tense: pagarei, pagaremos, pagarán.
  '\\w{2,}[aei]remos, \\w{2,}[aei]rei, \\w{2,}[aei]ran, \\w{2,}[aei]rao',
)
const behind = oneOf(
  'paid, transferred, sent, wired, settled, released, added, bought, ordered, was, were, received, did, since, cancelled, changed, started, joined, left, ago, charged, billed, invoiced, issued, dated, been, made, came, got, took',
  // Any other simple past: logged, registered.
  '\\w{2,}[^e\\W]ed',
  'fiz, fizemos, pagaste, transferi, transferimos, enviamos, mandamos, foi, foram, saiu, recebi, recebemos, compramos, entrou, adicionamos, acrescentamos, desde, foi pag[oa], datad[oa], liquidada, cobraram',
  // The simple past of the first person: paguei, registrei. "Pagarei" is the future.
  '\\w{2,}(?<![aei]r)ei',
  // Of the third: chegou, saiu, recebeu; and participles: hecho, recibido, depositado.
  '(?!(?:est|s|v|d)ou\\b)\\w{2,}(?:ou|iu), \\w{3,}eu, enviado, recebido, recibido, depositado, pagado, efetuado, efectuado, realizado, hecho, feito, llego, comenzo, empezo, salio',
  'pague, hice, hicimos, envie, ayer, fue, salio, recibi, recibimos, compre, anadimos, agregamos, abonamos, pagada, cobraron, fechad[oa], emitid[oa], cobrad[oa]',
)

const aheadWord = new RegExp(`\\b${ahead}\\b`, 'g')
const behindWord = new RegExp(`\\b${behind}\\b`, 'g')
// "Will be charged on the 1st": whatever participle stands between.
const certainlyAhead = new RegExp(`\\b${will}\\b[^.,;:?!]*$`)
// "Until the 25th", right before the day.
const limitBefore = new RegExp(
  `\\b${oneOf('by, until, till, before', 'ate, ate ao, antes de, antes do, pra, para, para o', 'hasta, hasta el, antes del, para el')}\\s+(?:the |o |el |dia )*$`,
)

/**
 * Whether the sentence around a date without a year looks ahead ("we'll pay on the 25th") or back ("we paid on the 25th").
 * Of several signs the nearest before it decides, then one behind it; undefined when there is none.
 */
export function leaning(folded: string, from: number, to: number): Lean {
  const before = folded.slice(Math.max(0, from - 60), from)
  if (certainlyAhead.test(before) || limitBefore.test(before)) return 'ahead'
  const back = lastMatch(behindWord, before)
  const forth = lastMatch(aheadWord, before)
  if (back >= 0 || forth >= 0) return back > forth ? 'behind' : 'ahead'
  const after = folded.slice(to, to + 40).split(/[.,;:?!]/, 1)[0]!
  if (after.search(aheadWord) >= 0) return 'ahead'
  return after.search(behindWord) >= 0 ? 'behind' : undefined
}

function lastMatch(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
