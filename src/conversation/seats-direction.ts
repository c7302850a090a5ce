import { composed, fold } from '../language/fold.ts'

// In the languages of the customers, folded. Who takes some off may well say "more" beside it, so fewer is looked for first.
const fewer =
  /\b(?:remov\w*|reduc\w*|reduz\w*|fewer|less|drop\w*|cut\w*|downgrad\w*|retir\w*|tirar|tire|tira|diminu\w*|menos|baixar|quit\w*|bajar|baja|minus|descer)\b/
const more =
  /\b(?:add\w*|more|additional|extra|increas\w*|another|upgrad\w*|buy\w*|order|purchas\w*|acrescent\w*|adicion\w*|aument\w*|mais|compr\w*|anad\w*|agreg\w*|ampli\w*|otr[oa]s?|outr[oa]s?|nov[oa]s?|nuev[oa]s?|contrat\w*|new|subir|mas(?= \d+| licenci| puest| usuari| cuent| asient)|(?<=(?:\d|licencias|puestos|usuarios|cuentas|asientos) )mas)\b/

/** Whether somebody who wants a subscription changed wants more of it or less; nothing where the words do not say. */
export function seatsDirection(text: string): 'more' | 'fewer' | undefined {
  const words = fold(composed(text))
  if (fewer.test(words)) return 'fewer'
  return more.test(words) ? 'more' : undefined
}
