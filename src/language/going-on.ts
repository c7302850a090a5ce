import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'

/** What can be asked about the last answer without naming anything of it. */
export const goingsOn = ['groups', 'worked', 'lines', 'all', 'certain', 'when', 'refunded'] as const
export type GoingOn = (typeof goingsOn)[number]

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')))

/** Words that may stand around any of them. */
const around = words(
  'and but so ok okay then now please pls plz can could would will you we i me us my our the a an is are was were be it its this that these those them of for in on at with from to do does did about let see show give tell list want need like get have has been just hi hey',
  'e mas ok pois entao agora por favor faz sff pf pfv pode podes podia poderia consegue consegues quero queria preciso de do da dos das em no na nos nas o a os as um uma isso isto esse esta este essa estes essas esses estas ele ela eles elas deles delas dele dela disso disto que se foi e eh esta estao sao era ser tem ha vou eu me mim minha meu nossa nosso mostra mostre mostrar mostrame ver veja diz diga da dar dame dai manda voce voces vcs vc so la ca ai',
  'y pero pues entonces ahora vale porfa puede puedes podria podrias quiero quisiera necesito el lo los las la un una unos unas eso ese esa esos esas esto estos ello ellos ellas es son era fue esta estan ser hay he ha han yo mi me nos su sus nuestra nuestro muestra muestrame muestramelo muestre muestreme mostrar mostrarme ensena ensename enseneme ensenas ensena ver dime digame dame deme al del con para le en',
)

type Shape = { readonly asks: RegExp; readonly beside: ReadonlySet<string> }

/** What each is asked with, and the words that may stand beside that: anything else is a question of its own. */
const shapes: Readonly<Record<GoingOn, Shape>> = {
  groups: {
    asks: /\b(?:resource groups?|grupos? de recursos?)\b/,
    beside: words(
      'which what one resource group groups azure exactly mainly most qual quais grupo grupos recurso recursos foi gastou subiu mais concretamente cual cuales exactamente concreto gasto subio mas',
    ),
  },
  worked: {
    asks: /\b(?:how|como|de onde|de donde|where)\b.*\b(?:work(?:ed)?|calculat\w+|comput\w+|come|comes|came|arrive\w*|get|got|calcul\w+|chega\w*|cheg\w+|llega\w*|sale\w*|sac\w+|cuentas?|contas?|vem|viene\w*|deu|da|faz\w*|fez|fizeram|apur\w+)\b/,
    beside: words(
      'how where work worked out calculate calculated calculation compute computed come comes came from arrive arrived at got figure figures amount number sum total exactly',
      'como onde calcula calculam calculado calculada calculado calculou calcularam calculo chega chegam chegou chegaram conta contas feita feitas feito fazem fizeram fez faz valor valores numero montante vem deu apurado apurada apuraram exatamente exactamente ao aos',
      'donde calculais llegado llegasteis explicas explica explicar explicame calculan calculasteis calcularon calculada sale salen sacan sacado sacada sacais llega llegan habeis cuenta cuentas cifra cifras importe importes hace hacen hecho viene exactamente',
    ),
  },
  lines: {
    // "Line 2" is a line by itself.
    asks: /\b(?:lines?|linhas?|lineas?)\b(?!\W*\d)/,
    beside: words(
      'which what line lines behind underneath figure figures amount amounts number numbers detailed bill invoice',
      'qual quais linha linhas tras detras atras valor valores numeros montantes importes concretas fatura conta sairam vieram vem',
      'cual cuales linea lineas cifra cifras importe numeros concreto detalle factura salen vienen',
    ),
  },
  all: {
    asks: /\b(?:all|everything|todos?|todas?|tudo|complet[ao]s?|complete|full|whole|breakdown|desglose|demas|rest|resto|restantes|smaller|menores|others?|outr[oa]s|otr[oa]s)\b/,
    beside: words(
      'all list everything complete full rest whole smaller reason reasons cause causes detail details breakdown group groups resource meters changes other others ones',
      'todo todos toda todas tudo completo completa completos completas resto restantes menores lista listar motivo motivos razao razoes causas detalhe detalhes grupos recursos medidores mudancas alteracoes outro outros outra outras mais demais inteira inteiro',
      'razon razones detalle detalles cambios otro otros otra otras demas entero entera desglose muestralos muestralas ensenamelo ensenamelos damelo damelos',
    ),
  },
  certain: {
    asks: /\b(?:certain|sure|definite|final|guaranteed|fixed|estimate|certo|certa|certeza|segur[oa]|definitiv[oa]|fiable|garantid[oa]|garantizad[oa]|fechad[oa]|firme|fij[oa]|fix[oa]|estimativa|estimacion|confirmad[oa])\b/,
    beside: words(
      'how certain sure definite final guaranteed fixed estimate only that much amount figure number already or',
      'certo certa certeza seguro segura definitivo definitiva garantido garantida fechado fechada firme fixo fixa estimativa confirmado confirmada valor ja mesmo ou apenas com 100 absoluta',
      'fiable garantizado garantizada cerrado cerrada fijo fija estimacion cifra importe ya seguro segura o solo definitivo absoluta',
    ),
  },
  when: {
    asks: /\b(?:what|which|que|qual|cual) (?:day|date|dia|data|fecha)\b|\b(?:when|quando|cuando)\b.*\b(?:come\w*|arriv\w*|issued?|get|out|cheg\w*|vem|ve[mn]|sai|sair|emit\w*|receb\w*|mand\w*|lleg\w*|vien\w*|vendra|sale|saldra|recib\w*|mand\w*|envi\w*)\b/,
    beside: words(
      'when what day date which taken set rate exchange come comes coming arrive arrives issue issued out sent next one bill invoice',
      'quando dia data qual taxa cambio fixado fixada chega chegar chegara vem vira sai sair emitida emitem emite emitir recebo recebemos receber mandam mandar vao vai proxima fatura conta nota enviada enviam',
      'cuando cual fecha tipo cambio fijado fijo llega llegara llegar viene vendra sale saldra emite emiten emitida emitis recibo recibimos recibire mandan mandais envian enviais proxima factura va a cae',
    ),
  },
  refunded: {
    asks: /\b(?:why|how come|por que|porque|pq|porq|a que se debe)\b.*\b(?:refund\w*|credited|paid back|devol\w*|reembols\w*|abon\w*|estorn\w*|credit(?:ad|o)\w*)\b/,
    beside: words(
      'why how come refunded refund credited credit back paid line money old one',
      'porque pq porq devolvido devolvida devolveram devolucao devolvem reembolsado reembolsada reembolso reembolsaram creditado creditada credito estornado estornada estorno estornaram linha valor outra outro por que parte dinheiro antiga antigo',
      'devuelto devuelta devolvio devolvieron devolucion devuelve devuelven reembolsado reembolso reembolsaron abonado abonada abono abonaron abona linea importe otra otro debe parte dinero antigua antiguo se',
    ),
  },
}

const longest = 12

/** Reads a message that goes on from the last answer: "show me all of it", "¿cómo sale eso?". Naming anything makes it a question of its own. */
export function readGoingOn(text: string): GoingOn | undefined {
  const folded = fold(composed(text))
  // "How did you get to 157.97?": the figure is one of that answer; "and line 2?" names a line.
  const said = wordsOf(folded.replace(/\d[\d.,]*[.,]\d\d\b/g, ' ')).filter((word) => word !== '?')
  if (said.length === 0 || said.length > longest) return undefined
  const found = Object.entries(shapes).find(
    ([, { asks, beside }]) => asks.test(folded) && said.every((word) => around.has(word) || beside.has(word)),
  )
  return found?.[0] as GoingOn | undefined
}

const applied =
  /\b(?:reduc\w*|lower\w*|deduct\w*|taken off|take off|come off|came off|applied|apply|used|descont\w*|abat\w*|reduj\w*|reduz\w*|baix\w*|baj\w*|aplic\w*|rest(?:a|o|an|aron|ado)\b|diminu\w*|dismin\w*|tirad\w*)\b/

/** "Did it reduce October's bill?", of a credit that is talked about: a bill may be named. */
export const asksWhetherApplied = (text: string): boolean => {
  const folded = fold(composed(text))
  return applied.test(folded) && wordsOf(folded).length <= longest + 2
}
