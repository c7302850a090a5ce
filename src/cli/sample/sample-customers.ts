import type { Language } from '../../values/language.ts'
import type { SampleProductName } from './sample-products.ts'
import type { SampleRandom } from './sample-random.ts'
import { sampleStories } from './sample-stories.ts'
import type { SampleStory } from './sample-story.ts'

export type SampleAccount = 'pt' | 'br'

export type SampleCustomer = {
  readonly key: string
  readonly account: SampleAccount
  /** Entra tenant id. */
  readonly tenant: string
  readonly name: string
  readonly domain: string
  readonly country: string
  readonly language: Language
  readonly timeZone: string
  readonly currency: 'EUR' | 'GBP' | 'BRL'
  readonly netDays: number
  readonly taxRate: string
  readonly taxName: string
  readonly taxNumber: string
  readonly story: SampleStory
}

/** What a customer has by its country. The partner set the tax rates; they are no advice. */
const places = {
  PT: { account: 'pt', language: 'pt-PT', timeZone: 'Europe/Lisbon', currency: 'EUR', taxRate: '23', taxName: 'IVA' },
  ES: { account: 'pt', language: 'es', timeZone: 'Europe/Madrid', currency: 'EUR', taxRate: '21', taxName: 'IVA' },
  IE: { account: 'pt', language: 'en', timeZone: 'Europe/Dublin', currency: 'EUR', taxRate: '23', taxName: 'VAT' },
  GB: { account: 'pt', language: 'en', timeZone: 'Europe/London', currency: 'GBP', taxRate: '20', taxName: 'VAT' },
  BR: {
    account: 'br',
    language: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    currency: 'BRL',
    taxRate: '2.9',
    taxName: 'ISS',
  },
} as const
type Country = keyof typeof places

type Named = readonly [key: string, name: string, country: Country, netDays: number, taxRate?: string]
const named: readonly Named[] = [
  ['bolhao', 'Padaria Central do Bolhão, Lda', 'PT', 30],
  ['mondego', 'Vale do Mondego Vinhos, SA', 'PT', 30],
  ['marealta', 'Clínica Maré Alta, Lda', 'PT', 15],
  ['aurora', 'Ferragens Aurora, Lda', 'PT', 15],
  ['linhabranca', 'Atelier Linha Branca', 'PT', 30],
  ['robledal', 'Talleres Robledal, SL', 'ES', 30],
  ['faronorte', 'Librería Faro Norte, SL', 'ES', 30],
  ['penaclara', 'Bodegas Peña Clara, SA', 'ES', 45, '0'],
  ['ballykeel', 'Ballykeel Foods Ltd', 'IE', 30],
  ['thornfield', 'Thornfield Surveyors Ltd', 'GB', 30],
  ['harrow', 'Harrow & Finch LLP', 'GB', 14],
  ['serraazul', 'Transportes Serra Azul Ltda', 'BR', 28],
  ['ipe', 'Construtora Ipê Amarelo SA', 'BR', 28, '5'],
  ['horizonte', 'Escola Horizonte Novo Ltda', 'BR', 14],
]

/** The sample's first customers are named and have a story; further ones are many and ordinary. Ordered by tenant id, as bills are. */
export function sampleCustomers(count: number, random: SampleRandom): SampleCustomer[] {
  const list = named.slice(0, count).map((each) => customerOf(each, sampleStories[each[0]] as SampleStory, random))
  for (let at = list.length; at < count; at++) list.push(ordinaryCustomer(at, random))
  return list.sort((a, b) => (a.tenant < b.tenant ? -1 : 1))
}

function customerOf(
  [key, name, country, netDays, taxRate]: Named,
  story: SampleStory,
  random: SampleRandom,
): SampleCustomer {
  const place = places[country]
  return {
    key,
    ...place,
    tenant: random.guid(`tenant ${key}`),
    name,
    domain: `${key}.example`,
    country,
    netDays,
    taxRate: taxRate ?? place.taxRate,
    taxNumber: `${country}${String(100_000_000 + random.upTo(899_999_999, `tax number ${key}`))}`,
    story,
  }
}

const trades: Readonly<Record<Country, readonly string[]>> = {
  PT: ['Oficina', 'Mercearia', 'Estúdio', 'Gráfica'],
  ES: ['Taller', 'Almacenes', 'Estudio', 'Imprenta'],
  IE: ['Bakery', 'Timber', 'Design', 'Printworks'],
  GB: ['Bakery', 'Timber', 'Design', 'Printworks'],
  BR: ['Oficina', 'Mercado', 'Estúdio', 'Gráfica'],
}
const countries: readonly Country[] = ['PT', 'PT', 'PT', 'ES', 'ES', 'IE', 'GB', 'BR', 'BR', 'BR']
const sold: readonly SampleProductName[] = ['basic', 'standard', 'premium', 'exchange', 'powerBi', 'copilot']

function ordinaryCustomer(at: number, random: SampleRandom): SampleCustomer {
  const key = `customer${String(at + 1).padStart(5, '0')}`
  const pick = <T>(list: readonly T[], what: string): T => list[random.upTo(list.length, `${what} ${key}`)] as T
  const country = pick(countries, 'country')
  const seats = 3 + random.upTo(60, `seats ${key}`)
  const bought = [2 + random.upTo(10, `bought ${key}`), 1 + random.upTo(28, `day ${key}`)] as const
  const story: SampleStory = {
    seats: [
      {
        product: pick(sold.slice(0, 3), 'first'),
        seats,
        bought,
        plan: 'year',
        changes: [{ kind: 'seats', on: [random.upTo(2, `change ${key}`), 9], to: seats + 2 }],
      },
      {
        product: pick(sold.slice(3), 'second'),
        seats: 1 + (seats % 7),
        bought: [1 + random.upTo(11, `second ${key}`), 1],
        plan: 'month',
      },
    ],
    pays: pick([{ days: -3 }, { days: 0 }, { days: 4 }, { days: 2, missingFrom: 1 }], 'pays'),
  }
  return customerOf(
    [key, `${pick(trades[country], 'trade')} ${at + 1}`, country, pick([14, 30], 'terms')],
    story,
    random,
  )
}
