import { composed, fold } from './fold.ts'

const whole =
  /^(?:(?:i want|show me|show|quero|quero ver|mostra|mostre|quiero|quiero ver|muestrame|e|y|and|ver) )*(?:both|both of them|both bills|all of them|all|the two|as duas|as duas faturas|os dois|ambas|ambos|las dos|las dos facturas|los dos|todas|todas elas|todas ellas)(?: please| por favor| se faz favor)?$/

/** "Both of them", "as duas": in answer to which one. */
export function readAllOfThem(text: string): boolean {
  const said = fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return whole.test(said)
}
