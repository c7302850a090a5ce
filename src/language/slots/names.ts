import { type Found, findAll, type SlotGrammar } from './reading.ts'

const plan = String.raw`(?:\s*\(?plan(?:o)?\s?[123]\)?|\s+p[123]\b)`
const tier = String.raw`(?:\s+(?:premium|standard|basic|essentials?|pro|professional|enterprise|business|voice|online|suite|plus|per user|for business|for enterprise|apps for (?:business|enterprise)|add-on))`
const letter = '(?:[efg][1357]|a[35])'
const suffix = String.raw`(?:\s*\((?:no teams|sem teams|sin teams|non-?profit|nonprofit|eea|p[12]|plan [123])\))?`
const for365 = String.raw`(?:\s+(?:for\s+)?(?:office|microsoft)\s*365)`

const products = [
  String.raw`(?:(?:microsoft|office|m|o|ms|ms office)[\s-]?365|o365|m365)(?:\s+(?:apps(?: for (?:business|enterprise))?|business(?: (?:premium|standard|basic|voice|essentials))?|enterprise|copilot(?: business)?|${letter}(?:\s+(?:security|compliance))?))?${tier}?`,
  String.raw`business\s+(?:premium|standard|basic|central(?:\s+(?:essentials|premium|team members?))?|voice|essentials)`,
  String.raw`(?:enterprise |office |windows )?${letter}(?:\s+security|\s+compliance)?`,
  String.raw`exchange(?!\s+(?:rates?|risk|gains?|loss|difference|value))(?:\s+online)?(?:${plan}|\s+(?:kiosk|archiving|protection))?`,
  String.raw`sharepoint(?:\s+online)?(?:${plan})?`,
  String.raw`one\s?drive(?:\s+for business)?(?:${plan})?`,
  String.raw`teams\s+(?:phone(?:\s+standard)?|rooms(?:\s+(?:pro|basic))?|premium|essentials|calling)|(?:ms |microsoft )?teams`,
  String.raw`power\s?(?:bi(?:\s+(?:pro|premium(?:\s+per user)?|embedded))?|apps|automate|platform|pages)(?:\s+(?:premium|per user|per app))?`,
  String.raw`azure(?:\s+(?:plan|ad|active directory|virtual desktop|devops|openai|backup|sql|storage|reservations?|reserved instances?|functions|kubernetes|files|site recovery|monitor|savings plan)(?:\s+p[12]\b)?)?`,
  String.raw`defender(?:\s+for\s+(?:office(?:\s+365)?|business|endpoint|cloud(?: apps)?|identity|servers))?(?:${plan})?`,
  String.raw`(?:github )?copilot(?:\s+(?:studio|pro|for sales|for service|for (?:microsoft|office) 365|business))?`,
  String.raw`intune(?:\s+suite|${plan})?`,
  String.raw`visio(?:${plan}|\s+(?:online|standard|professional|pro))?`,
  String.raw`project(?:${plan}|\s+(?:online|professional)|\s+[135]\b)`,
  String.raw`planner(?:${plan}|\s+premium)`,
  String.raw`dynamics(?:\s+365)?(?:\s+(?:business central|team members|sales|customer service|finance|supply chain|field service|marketing|project operations|customer insights))?${tier}?`,
  String.raw`windows\s+(?:365(?:\s+(?:business|enterprise|cloud pc))?|server(?:\s+20\d\d)?(?:\s+(?:standard|datacenter))?|(?:1[0-2]|[78]|9[58]|xp|vista)(?:\s+(?:pro|enterprise|home))?)`,
  String.raw`entra(?:\s+id)?(?:${plan}|\s+suite)?`,
  String.raw`sql\s+server(?:\s+20\d\d)?(?:\s+(?:standard|enterprise))?`,
  'outlook(?: online)?',
  'purview',
  'sentinel',
  'fabric capacity',
  'microsoft fabric',
  'viva (?:insights|learning|goals|suite|engage|connections)',
  'excel',
  '(?:ms |microsoft )?word',
  'power\\s?point',
  'xbox(?: (?:one|series x|series s|360|game pass))?',
  'microsoft bookings',
  'yammer',
  'skype(?: for business)?',
  'onenote',
  'office (?:20\\d\\d|home|ltsc)',
]
const productPattern = new RegExp(
  String.raw`(?<![\w@./-])(?:(?:microsoft|ms)\s+(?!365))?(?:${products.join('|')})${for365}?${suffix}(?![\w@]|[-/]\d)`,
  'g',
)
const ownTeam = /\b(?:our|the|two|both|these|those|all|your|other|different|support|sales|finance)\s+$/
// "Entra" is a verb in Portuguese and Spanish, "word" a word: the products have a capital inside the sentence.
const plainWord = /^(?:entra|word)$/

/** Microsoft's products, as written. */
export const productGrammar: SlotGrammar = ({ text, language }, free) =>
  findAll(productPattern, free, 'product', (match) => {
    const it = match[0].trimEnd()
    if (plainWord.test(it) && !/\p{L}\s+\p{Lu}$/u.test(text.slice(0, match.index + 1))) return undefined
    if (it === 'teams' && language === 'en' && text[match.index] === 't' && ownTeam.test(free.slice(0, match.index)))
      return undefined
    return { product: text.slice(match.index, match.index + it.length) }
  })

const name = String.raw`(?:[\p{Lu}\d][\p{L}\d&.'’-]*)`
const company = String.raw`(?:Ltd|LTD|Limited|Lda|LDA|Ltda|LTDA|S\.?A\.?|S\.?L\.?U?\.?|GmbH|Inc|LLC|plc|PLC|B\.?V\.?|SARL|Unipessoal|ME|EIRELI|Group|Holdings)`
const named = new RegExp(
  String.raw`(?<=\b(?:[Cc]ustomer|[Cc]liente?|CLIENTE|[Cc]lient|[Ee]mpresa|[Cc]ompany|[Cc]onta d[ao]|[Cc]uenta de|[Aa]ccount of)\s+(?:called\s+|named\s+|llamad[ao]\s+|chamad[ao]\s+|d[aeo]\s+|:\s*)?)(?<it>${name}(?:\s+(?:(?:de|da|do|of|and|e|y|&)\s+)?${name}){0,4})`,
  'gu',
)
const legal = new RegExp(
  String.raw`(?<![\p{L}\d])(?<it>${name}(?:\s+(?:(?:de|da|do|of|and|e|y|&)\s+)?${name}){0,3},?\s+${company})(?![\p{L}\d])`,
  'gu',
)
const noName = /^(?:Agreement|Success|Microsoft|Azure|Office|Teams|Outlook|I|Id|ID|NIF|CNPJ|CIF|VAT|\d+)$/

/** A customer's name, only where the message says that it is one, or by its legal form. */
export const customerGrammar: SlotGrammar = ({ text }, free) => {
  const found: Found[] = []
  for (const match of [...text.matchAll(named), ...text.matchAll(legal)]) {
    const it = match.groups!.it!.replace(/[.,'’-]+$/, (end) =>
      /\.[A-Z]$|S\.A|S\.L/.test(match.groups!.it!) ? end : '',
    )
    if (noName.test(it) || free.slice(match.index, match.index + it.length).includes('\uE000')) continue
    found.push({ from: match.index, to: match.index + it.length, placeholder: 'customer', slots: { customer: it } })
  }
  return found
}
