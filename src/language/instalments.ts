import { composed, fold } from './fold.ts'

const parts = new RegExp(
  [
    String.raw`\binstal+ments?\b|\bpayment plans?\b|\bsplit\b|\bspread\b|\bpart[- ]payments?\b|\bhalf\b|\bthe rest\b|\bremainder\b|\bat once\b`,
    String.raw`\bin (?:two|three|four|five|six|several|\d+) (?:parts|payments|goes|lots)\b|\b(?:a|per|each|every) (?:week|month)\b|\bpart (?:now|today|of it)\b`,
    String.raw`\bparcel\w+|\bprestac\w+|\bfasead\w+|\bfracion\w+|\btranches?\b|\bdividir\b|\bmetade\b|\bo (?:resto|restante|remanescente)\b|\bplano de pagamentos?\b|\bde uma (?:so )?vez\b|\baos poucos\b`,
    String.raw`\bparte (?:hoje|agora|hoy|ahora)\b|\bem (?:\d+|duas|tres|quatro|cinco|seis) (?:x|vezes|partes|meses)\b|\b\d+ ?x\b|\bpor (?:mes|semana)\b|\bentrada de\b`,
    String.raw`\bfraccion\w+|\bplazos?\b|\bcuotas?\b|\bmitad\b|\bel resto\b|\bplan de pagos?\b|\bcalendario de pagos?\b|\bde una (?:sola )?vez\b|\ben (?:dos|tres|cuatro|varias|\d+) (?:partes|pagos|veces)\b|\ben partes\b|\bal mes\b|\bde a poco\b|\bconvenio\b|\brefinanci\w+`,
  ].join('|'),
)

/** Whether somebody wants to pay in parts, which one day and one amount cannot say. */
export const wantsInstalments = (text: string): boolean => parts.test(fold(composed(text)))

const everything =
  /\b(?:everything|all (?:of (?:it|them|the invoices))|all (?:the )?(?:invoices|bills)|all (?:two|three|four|five)|both|the whole (?:lot|amount|balance)|the total|tudo|o total|as (?:duas|tres|quatro|cinco)|ambas|todas(?: as (?:faturas|contas))?|todo|las (?:dos|tres|cuatro|cinco)|todas(?: las facturas)?|el total)\b/

/** Whether somebody speaks of all that is to be paid: "we will pay everything on Friday". */
export const meansAllBills = (text: string): boolean => everything.test(fold(composed(text)))
