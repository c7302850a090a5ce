import { composed, fold } from './fold.ts'

const lead =
  '(?:(?:no|nao|sorry|oops|wait|actually|perdon|desculpa|desculpe|ops|afinal|and|but|e|y|mas|pero|i meant|i mean|eu|yo|me enganei|enganei me|errei|foi mal|alias|na verdade|en realidad|me equivoque|queria dizer|quis dizer|quero dizer|queria decir|quise decir|me referia a|me refiero a|quiero|quero|queria|era|is|it s|it was|what about|how about|show me|mostra|mostre|muestrame|not that one|nao era essa|nao e essa|nao essa|no era esa|no esa|esa no|essa nao|antes|mejor|sim|si) )*'
const core = '(?:the other(?: one| bill| invoice)?|a outra(?: fatura| conta| nota)?|la otra(?: factura| cuenta)?)'
const tail = '(?: one)?(?: que eu queria| que queria| please| por favor| se faz favor| then| entao| entonces)*'
const whole = new RegExp(`^${lead}(?:e |es )?${core}${tail}$`)

/** A message that says no more than "no, I meant the other one": of two, the one that was not taken. */
export function readOtherOne(text: string): boolean {
  const said = fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return whole.test(said)
}
