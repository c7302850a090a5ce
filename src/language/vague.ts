import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')))

const bill = /\b(?:invoices?|bills?|faturas?|facturas?|contas?|cuentas?|notas?)\b/
const trouble =
  /\b(?:questions?|query|doubts?|help|problems?|something|duvidas?|ajuda|ajudar|ajudam|ajudas|ajudem|questao|problemas?|dudas?|preguntas?|consultas?|about|sobre|saber|pergunta|ayuda|ayudar|ayudais|ayudan|ayudas|ayudarme)\b/
/** Words that say that there is a question about a bill, and not which. */
const around = words(
  'it s is its know i ive we weve have got there is a an one another other some quick small about on with regarding to ask my our your the this last latest invoice invoices bill bills question questions query doubt doubts help problem problems something need please can could you me us hi hello',
  'saber e ha tem tenho temos tinha queria quero preciso precisava de do da das dos com sobre na no numa num nas em uma um umas a o as minha nossa vossa sua ultima fatura faturas conta contas nota notas duvida duvidas ajuda ajudar ajudas ajudem me nos questao problema problemas pergunta pode podem podes podia podiam poderia consegue conseguem voces outra outras mais ajudam esta to tou estou rapida pequena fazer ola oi bom boa dia tarde tirar por favor se faz favor',
  'es saber hay tengo tenemos tenia una un unas sobre con de del la las el mi nuestra su ultima factura facturas cuenta cuentas duda dudas pregunta consulta ayuda ayudar ayudas ayudarme problema necesito necesitaria quiero quisiera queria hacer puede puedes pueden podeis podria podrian otra otras ayudais ayudan me nos hola buenos buenas dias tardes por favor acerca',
)
const longest = 12

/** "I have a question about a bill": about bills for sure, and what is not said yet. */
export function isVague(text: string): boolean {
  const folded = fold(composed(text))
  const said = wordsOf(folded).filter((word) => word !== '?')
  return said.length <= longest && bill.test(folded) && trouble.test(folded) && said.every((word) => around.has(word))
}
