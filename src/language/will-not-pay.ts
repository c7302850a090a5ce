import { composed, fold } from './fold.ts'

const cannot = [
  String.raw`\b(?:won'?t|will not|cannot|can'?t|can not|couldn'?t|(?:are|am|is|'re|'m|be)(?: not|n't) (?:able|going) to|aren'?t (?:able|going) to|won'?t be able to|will not be able to|unable to|refuse to|(?:do not|don'?t) (?:want|intend|plan) to)(?: \S+){0,2} (?:pay|settle)\b`,
  String.raw`\b(?:not|n't) (?:be able to |going to )(?:pay|settle)\b|\b(?:we|i) (?:do not|don't) pay\b|\bnot paying\b`,
  String.raw`\b(?:nao|sem)(?: \S+){0,4}? (?:pagar|pagamos|pago|pagaremos|pagarei|liquidar|quitar)\b`,
  String.raw`\bnao (?:a gente )?paga\b|\ba gente nao (?:paga|vai (?:conseguir )?pagar|consegue pagar)\b`,
  String.raw`\bno(?: \S+){0,4}? (?:pagar|pagarla|pagarlo|pagarlas|pagarlos|pagamos|pago|pagaremos|pagare|abonar)\b`,
  String.raw`\b(?:imposible|impossible|impossivel)(?: \S+){0,3} (?:pay|pagar)\b`,
].map((pattern) => new RegExp(pattern))

/** "Not before Friday" is Friday, "not by card" is about the card, "not yet" is about what was, "not all at once" is about parts. */
const other =
  /\b(?:before|until|till|antes|ate|hasta|apenas|solo|only|ainda|aun|todavia|yet|already|how|(?<!\btenho |\btemos |\btem |\btengo |\btenemos )como|where|onde|donde|why|por que|card|cartao|tarjeta|portal|site|web|website|page|pagina|link|method|metodo|pix|mb ?way|multibanco|boleto|iban|paypal|debito|error|erro|attempt|temos pagado|mais que|mas que|more than|at once|de uma vez|de una vez)\b|[?¿]/

const instead = /(?:[,;]\s*|\b)(?:but|mas|pero|sino|only|rather|instead)\b([\s\S]*)$/

/** What a refusal leaves: the words after a "but", where there are any. */
export type Refusal = { readonly rest: string }

/** Reads "we cannot pay on Friday"; nothing for what says when or how after all, for the past, and for a question. */
export function readRefusal(text: string): Refusal | undefined {
  const folded = fold(composed(text))
  const [, rest = ''] = instead.exec(folded) ?? []
  const said = rest ? folded.slice(0, folded.length - rest.length) : folded
  // "Pagámos" with its accent is of the past.
  if (other.test(said.replace(/\bonly\b$/, '')) || /pagámos/i.test(composed(text))) return undefined
  return cannot.some((pattern) => pattern.test(said)) ? { rest: rest.trim() } : undefined
}
