import { composed, fold } from './fold.ts'

const adverbs = '(?:already|just|now|both|also|all|actually|today|yesterday|since|long)'
const person =
  '(?:i|we|our (?:\\S+ )?(?:bank|accountant|accounting|accounts|finance|office|company|colleague|boss)(?: \\S+)?)'
const money = '(?:payment|transfer|wire|deposit|pagamento|pago|transferencia|pix|deposito|ted|boleto)'
const the = '(?:the|our|a|that|this|o|a|os|as|um|uma|el|la|un|una|seu|su|nosso|nuestro) (?:\\S+ )?'

/** Words of the past, whatever stands around them. */
const past = [
  String.raw`\b${person}(?:'ve|'d| have| had| has)?(?: ${adverbs})* (?:paid|settled|transferred|wired)\b`,
  String.raw`\b(?:already|just) (?:paid|settled|transferred|wired)\b|^paid\b`,
  String.raw`\b${person}(?:'ve| have)?(?: ${adverbs})* (?:made|sent|done|ordered) (?:${the})?(?:bank )?${money}\b`,
  String.raw`\b(?:paguei|liquidei|quitei|saldei|transferi)\b|\btemos (?:pag|liquid|quit|sald|abon|transfer)(?:ado|ido)\b`,
  String.raw`\b(?:a gente|(?:o|a) (?:nosso|nossa|meu|minha) \S+|o financeiro|a contabilidade)(?: ja)? (?:pagou|quitou|transferiu)\b`,
  String.raw`\b(?:fiz|fizemos|fez|efet?u(?:ei|amos)|efectu(?:ei|amos)|realizei|realizamos|enviei|enviamos|mandei|hice|hicimos|temos efe?c?tuado) (?:${the})?${money}\b`,
  String.raw`\bacab(?:ei|amos|o) de (?:pagar|liquidar|quitar|transferir|abonar|(?:fazer|hacer|efetuar|efectuar) (?:${the})?${money})\b`,
  String.raw`\b(?:he|hemos|habemos)(?: ya)? (?:pagado|abonado|liquidado|transferido|ingresado|hecho (?:${the})?${money})\b`,
].map((pattern) => new RegExp(pattern))

/** In Brazil and in Spanish "pagamos" is said of the past and of the future alike. */
const pastBeside = [
  String.raw`\b(?:ja|ya)(?: (?:a|o|as|os|la|lo|las|los|tudo|todo|nos|le|les|se))* (?:pagamos|quitamos|liquidamos|transferimos|abonamos|ingresamos|pague|abone)\b`,
  String.raw`\b(?:ontem|anteontem|ayer|anteayer|anoche) (?:\S+ ){0,3}?(?:pagamos|quitamos|liquidamos|transferimos|abonamos)\b`,
  String.raw`\b(?:pagamos|quitamos|liquidamos|transferimos|abonamos) (?:\S+ ){0,6}?(?:ontem|anteontem|ayer|anteayer|anoche|(?:semana|mes) passad[ao]|(?:semana|mes) pasad[ao])\b`,
].map((pattern) => new RegExp(pattern))

/** What makes no statement of the words that follow. */
const unsaid =
  /\b(?:nao|no|not|never|nunca|nem|ni|without|sem|sin|nobody|ninguem|nadie|if|whether|what|how|when|why|which|who|se|si|quanto|quanta|cuanto|quando|cuando|qual|cual|quem|quien|onde|donde|o que|lo que|after|once|until|till|always|usually|sempre|siempre|depois|despues|apos|assim que|en cuanto|before|antes|confirm\w*|check|verifi\w+)\b|\b(?:have|has|did|do|does|is|was|were|can|could) (?:you|it|the|my|our|that|this)\b|\b(?:faturas?|facturas?|contas?|cuentas?|valor|importe) que (?:ja |ya )?$|\b(?:have|has|had|did) $|\b(?:invoices?|bills?|amount|money|payment) (?:that |which )?$/

/** Paid in part, twice, or by mistake: something else than that it is paid. */
const otherwise =
  /\b(?:twice|double|too (?:much|little)|in part|part of|partly|partial\w*|parcial\w*|half|metade|mitad|uma parte|una parte|duas vezes|dos veces|a mais|a menos|de mas|de menos|demais|demasiado|em excesso|engano|mistake|wrong|errad[ao]|equivocad[ao])\b/

const clauses = /[,.;:!\n]+\s|\b(?:but|mas|pero|because|porque|since|pois|and|e|y)\b/

/** Told apart only with their accents. */
const spelled = (text: string): string =>
  composed(text)
    .replace(/(?<!\p{L})(pag|liquid|quit|sald|efetu|efectu)ámos(?!\p{L})/giu, 'temos $1ado')
    .replace(/(?<!\p{L})(?:pagué|aboné|liquidé|ingresé)(?!\p{L})/giu, 'he pagado')

/**
 * Whether a message states that its writer has paid: the first person, the past, no question and no negation. `isAhead` where it
 * names a day that is still to come.
 */
export function saysPaid(text: string, isAhead = false): boolean {
  if (/[?¿]/.test(text)) return false
  const folded = fold(spelled(text)).trim()
  if (otherwise.test(folded)) return false
  const patterns = isAhead ? past : [...past, ...pastBeside]
  return folded.split(clauses).some((clause = '') => {
    // "Sí, ya pagamos" keeps its comma outside.
    const said = clause.trim()
    return patterns.some((pattern) => {
      const at = pattern.exec(said)
      return at !== null && !unsaid.test(said.slice(0, at.index))
    })
  })
}
