const pay = String.raw`(?:pay|settle|transfer|send|wire|clear|remit|sort|do|go|be|have|make|effect|release)\w*`
const pagar = String.raw`(?:pagar|liquidar|transferir|regularizar|quitar|acertar|fazer|depositar|saldar|abonar|hacer|ingresar|efetuar|efectuar|realizar|enviar|mandar|poder|resolver|cancelar|ter|tener)`
const aheadHint = new RegExp(
  String.raw`\b(?:will|'ll|ll|shall|going to|gonna|plan to|wait|scheduled|can(?:not)?|could|until|till|by|before|paying|next|promise|latest)\b|\b(?:to|we|i) ${pay}\b` +
    String.raw`|\b(?:vou|vamos|iremos|irei|vai|vao|conseguimos|consigo|posso|podemos|pode|voy a|vamos a|va a|podemos|puedo|podria\w*|poderia\w*|queremos|quero|quiero) (?:\w+ )?${pagar}` +
    String.raw`|\b(?:ate|hasta|antes|agendad\w|programad\w|prevista?o?|prometo|pagarei|pagaremos|pagare|pagamos|(?<!foi |foram |sido |esta |ta |fue |foi |ja |ya )pago|agend\w+|program\w+|liquido|liquidamos|liquidaremos|abonaremos|abonare|transferiremos|fica|sai|entra|cae|queda|proxim[oa]|so consigo|solo puedo|lo mas tardar|o mais tardar|para o|para el)\b|\b\w{2,}(?:[aei]remos|[aei]rei|[aei]ran|[aei]rao)\b|\b(?:pra|para|p/) (?:o )?$`,
)
const certainlyAhead = /(?:\b(?:will|shall|going to|gonna|vou|vamos|iremos|voy a|vamos a|van a)|'ll)\b[^.,;:?!]*$/
const behindHint =
  /\b(?:paid|transferred|sent|wired|settled|released|added|bought|ordered|was|were|has been|have been|received|did|since|cancelled|changed|started|joined|left|ago|charged|billed|invoiced|issued|dated|fiz|fizemos|paguei|pagamos|pagaste|transferi|transferimos|enviei|enviamos|mandei|mandamos|foi|foram|saiu|recebi|recebemos|comprei|compramos|entrou|adicionamos|acrescentamos|desde|pague|hice|hicimos|transferi|envie|ayer|fue|foi pag\w|\w{2,}(?<![aei]r)ei|salio|recibi|recibimos|compre|anadimos|agregamos|abonamos|pagada|pago el|emitid\w|cobrad\w|cobraron|cobraram|datad\w|fechad\w|liquidei|liquidamos|liquidada)\b/

/**
 * Whether the sentence around a date without year or month looks ahead ("we'll pay on the 25th") or back ("we paid on
 * the 25th"). What stands nearest before it decides; undefined when nothing does.
 */
export function leaning(folded: string, from: number, to: number): 'ahead' | 'behind' | undefined {
  const before = folded.slice(Math.max(0, from - 60), from)
  const after = folded.slice(to, to + 40).split(/[.,;:?!]/, 1)[0]!
  if (certainlyAhead.test(before)) return 'ahead'
  const back = lastMatch(behindHint, before)
  const forth = lastMatch(aheadHint, before)
  if (back >= 0 || forth >= 0) return back > forth ? 'behind' : 'ahead'
  if (aheadHint.test(after)) return 'ahead'
  return behindHint.test(after) ? 'behind' : undefined
}

function lastMatch(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(new RegExp(pattern, 'g'))) last = match.index
  return last
}
