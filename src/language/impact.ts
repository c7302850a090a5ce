import { composed, fold } from './fold.ts'

/** How many are affected, as people say it; the widest that is said counts. */
const said = [
  [
    'everybody',
    /\b(?:every(?:body|one)|(?:the )?(?:whole|entire) (?:company|office|firm|team|department)|all of us|all (?:users|staff|employees|people)|nobody can|toda a (?:empresa|gente|equipa|equipe|malta)|todos|ninguem|a empresa (?:toda|inteira)|toda la (?:empresa|oficina|plantilla)|todo el (?:mundo|equipo)|la empresa entera|nadie)\b/,
  ],
  [
    'several',
    /\b(?:several|some (?:people|users|of us|colleagues)|a few|many|two|three|four|five|half|(?:[2-9]|\d{2,}) (?:people|users|colleagues|pessoas|utilizadores|usuarios|colegas|personas|companeros)|varios|varias|alguns|algumas|algunos|algunas|muitos|muitas|muchos|muchas|dois|duas|tres|quatro|cinco|dos|cuatro|metade|mitad|unos cuantos)\b/,
  ],
  [
    'one',
    /\b(?:(?:only|just) (?:me|one|1)|one (?:person|user|colleague)|a (?:single )?(?:person|user|colleague)|me|myself|1|so (?:eu|a mim|uma pessoa|um)|apenas (?:eu|um|uma)|uma pessoa|um (?:utilizador|usuario|colega)|eu|solo (?:yo|a mi|uno|una)|una persona|un (?:usuario|companero)|yo|a mi)\b/,
  ],
] as const

export type SaidImpact = (typeof said)[number][0]

/** Reads an answer to "who is affected?"; nothing when it says something else. */
export function readImpact(text: string): SaidImpact | undefined {
  const folded = fold(composed(text))
  return said.find(([, pattern]) => pattern.test(folded))?.[0]
}
