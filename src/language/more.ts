import { composed, fold } from './fold.ts'

/** More of the answer that was given: all of it, the lines of bills behind it, or where in Azure it was. */
export type More = 'all' | 'lines' | 'resource-groups'

const lead =
  '(?:(?:and|e|y|ok|okay|yes|sim|si|claro|now|agora|ahora|then|entao|entonces|please|pls|por favor|porfa|pf|pfv|can|could|you|i|we|want|would|like|d|to|quero|queria|gostava|gostaria|quiero|quisiera|posso|pode|podes|podia|poderia|puedo|puede|puedes|podrias?|show|see|list|give|tell|get|me|us|let|mostra|mostre|mostrar|mostras?|mostreme|lista|liste|listar|ver|veja|ve|diz|diga|dizer|da|de|dar|deme|dame|dime|digame|ensename|enseneme|muestra|muestre|muestrame|muestreme|mostrarme|verlo|lhe|nos|explica|explique|explicar|explicame) )*'
const article = '(?:(?:the|it|o|a|os|as|el|lo|la|los|las) )*'
const tail =
  '(?: (?:please|pls|por favor|porfa|pf|pfv|then|entao|entonces|agora|ahora|now|ai|la|obrigad[ao]|gracias|thanks))*'
const whole = (...cores: string[]) => new RegExp(`^${lead}${article}(?:${cores.join('|')})${tail}$`)

const all = whole(
  '(?:all|everything)(?: of (?:it|them|that|this)| the rest)?',
  'all (?:the |of the )?(?:reasons|causes|changes)',
  '(?:whole|full|complete) (?:list|thing|breakdown|explanation|answer)',
  '(?:rest|others|other ones)(?: of (?:it|them|the reasons))?',
  'tudo(?: (?:o que (?:mudou|ha)|isso|mesmo|completo))?',
  'todo(?: (?:lo que (?:cambio|hay)|eso|completo))?',
  'tod[oa]s(?: el[ea]s)?',
  'tod[oa]s (?:os|as|los|las) (?:motivos|razoes|razones|causas|mudancas|alteracoes|cambios|diferencas|diferencias)',
  '(?:lista|explicacao|explicacion|resposta|respuesta) (?:toda|complet[ao]|inteira|entera)',
  '(?:resto|restantes|outr[oa]s|otr[oa]s|demas)(?: (?:motivos|razoes|razones|causas))?',
)
const lines = whole(
  '(?:bill |invoice )?lines(?: (?:behind|of|for)(?: (?:it|that|this|them|these figures|the figures))?)?',
  '(?:linhas|lineas)(?: (?:por tras|de tras|detras|da fatura|de la factura))?(?: (?:disso|dela|deles|de eso|dos valores|de los importes))?',
)
const resourceGroups = /\b(?:resource groups?|grupos? de recursos?)\b/
const mostWords = 9

/** Reads a message that asks for nothing but more of the last answer: "show me all of it", "e as linhas?", "¿qué grupo de recursos?" */
export function readMore(text: string): More | undefined {
  const said = fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (all.test(said)) return 'all'
  if (lines.test(said)) return 'lines'
  return resourceGroups.test(said) && said.split(' ').length <= mostWords ? 'resource-groups' : undefined
}
