import { createHash } from 'node:crypto'
import type { CaseFile } from '../../../src/support/escalation/case-file.ts'
import { severities } from '../../../src/support/escalation/severity.ts'
import { caseKinds, evidenceCodes } from '../../../src/support/evidence.ts'
import { services } from '../../../src/support/service.ts'
import { instant } from '../../../src/values/day.ts'

/** Something that must not come out again. `needles` are the parts of `text` that would give it away. */
type Plant = {
  readonly kind: 'secrets' | 'foreign' | 'money' | 'people'
  readonly text: string
  readonly needles: readonly string[]
}

/** Numbers from a seed, the same each time. */
function randomOf(seed: number) {
  let at = 0
  const bytes = (): Buffer => createHash('sha256').update(`${seed}/${at++}`).digest()
  const upTo = (limit: number): number => bytes().readUInt32BE() % limit
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T
  const letters = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[upTo(alphabet.length)]).join('')
  const guid = (): string => {
    const hex = bytes().toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
  }
  return { upTo, pick, letters, guid, bytes }
}
type Random = ReturnType<typeof randomOf>

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const base64 = `${alphanumeric}+/`
const word = 'bcdfghjklmnpqrstvwxz'
const digits = '0123456789'

const plain = (kind: Plant['kind'], before: string, needle: string, after = ''): Plant => ({
  kind,
  text: `${before}${needle}${after}`,
  needles: [needle],
})

function luhn(random: Random): string {
  const body = `4${random.letters(digits, 14)}`
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  const number = `${body}${(10 - (sum % 10)) % 10}`
  return random.upTo(2) ? number : number.replace(/(.{4})(?=.)/g, '$1 ')
}

const secrets: readonly ((random: Random) => Plant)[] = [
  (random) => {
    const is = random.pick([
      'password is ',
      'password: ',
      'pwd=',
      'senha: ',
      'a palavra-passe é ',
      'contraseña: ',
      'la clave es ',
    ])
    return plain('secrets', is, random.letters(random.pick([word, alphanumeric, `${alphanumeric}!#$%&`]), 9))
  },
  (random) => {
    const words = [random.letters(word, 6), random.letters(word, 7), random.letters(word, 8)]
    return { kind: 'secrets', text: `my passphrase is ${words.join(' ')}`, needles: words }
  },
  (random) => plain('secrets', 'PIN ', random.letters('123456789', 6)),
  (random) => plain('secrets', 'Authorization: Bearer ', random.letters(alphanumeric, 40)),
  (random) => {
    const parts = [
      random.letters(alphanumeric, 30),
      random.letters(alphanumeric, 60),
      random.letters(`${alphanumeric}_-`, 43),
    ]
    return { kind: 'secrets', text: `it sends eyJ${parts.join('.')}`, needles: parts }
  },
  (random) => {
    const key = `${random.letters(base64, 86)}==`
    return {
      kind: 'secrets',
      text: `the log shows ${key}`,
      needles: [key.slice(0, 30), key.slice(30, 60), key.slice(58)],
    }
  },
  (random) => {
    const [account, key] = [random.letters(word, 10), random.letters(base64, 86)]
    const text = `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key}==;EndpointSuffix=core.windows.net`
    return { kind: 'secrets', text, needles: [account, key.slice(0, 40), key.slice(40)] }
  },
  (random) => {
    const password = random.letters(alphanumeric, 12)
    return plain('secrets', `Server=tcp:db.example,1433;User ID=sa;Password=`, password, ';Encrypt=True')
  },
  (random) => plain('secrets', 'https://store.example/x.zip?sig=', random.letters(alphanumeric, 44), '&se=1'),
  (random) => plain('secrets', 'https://admin:', random.letters(alphanumeric, 10), '@build.example/x'),
  (random) => plain('secrets', `secret ${random.letters(alphanumeric, 3)}8Q~`, random.letters(alphanumeric, 34)),
  (random) => plain('secrets', 'the tool logs ', random.letters(alphanumeric, 32 + random.upTo(20))),
  (random) => plain('secrets', 'the tool logs ', random.bytes().toString('hex')),
  (random) => plain('secrets', 'ghp_', random.letters(alphanumeric, 36)),
  (random) => {
    const lines = [random.letters(base64, 64), random.letters(base64, 64)]
    return {
      kind: 'secrets',
      text: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----`,
      needles: lines,
    }
  },
  (random) => plain('secrets', 'paid with card ', luhn(random)),
]

const foreign: readonly ((random: Random) => Plant)[] = [
  (random) => plain('foreign', 'the same in tenant ', random.guid()),
  (random) => plain('foreign', 'subscription ', random.guid().toUpperCase(), ' too'),
  (random) => plain('foreign', '/subscriptions/', random.guid(), '/resourceGroups/rg-prod'),
  (random) => plain('foreign', 'id {', random.guid(), '}'),
  (random) => plain('foreign', 'id ', random.guid().replaceAll('-', '')),
  (random) => plain('foreign', 'their domain ', `${random.letters(word, 9)}.onmicrosoft.com`),
  (random) => plain('foreign', 'the bill ', `NOR-2026-${random.letters('123456789', 4)}`),
  () => plain('foreign', 'also at ', 'Harrow & Finch LLP'),
  () => plain('foreign', 'see ', 'harrow.example'),
]

/** Figures with a sign that is in no id and no day, so that finding them means something. */
const money: readonly ((random: Random) => Plant)[] = [
  (random) => plain('money', 'we pay EUR ', `${100 + random.upTo(900)}.${10 + random.upTo(90)}`, ' for it'),
  (random) =>
    plain('money', 'o custo é R$ ', `${1 + random.upTo(9)}.${100 + random.upTo(900)},${10 + random.upTo(90)}`),
  (random) => plain('money', 'it was ', `${100 + random.upTo(900)},${10 + random.upTo(90)}`, ' last time'),
  (random) => plain('money', 'our margin is ', `${10 + random.upTo(80)}.${1 + random.upTo(9)}`, ' there'),
  (random) => plain('money', 'margen del ', `${10 + random.upTo(80)},${1 + random.upTo(9)} %`),
  (random) => plain('money', 'we earn ', `${10 + random.upTo(80)} percent`),
  (random) => plain('money', 'the unit cost of ', `0.${1000 + random.upTo(9000)}`),
  (random) => plain('money', 'purchase price? ', `<${10_000 + random.upTo(80_000)}>`),
  (random) => plain('money', 'about ', `$${10_000 + random.upTo(80_000)}`),
]

const people: readonly ((random: Random) => Plant)[] = [
  () => ({ kind: 'people', text: 'ask Marta Quintela', needles: ['Marta', 'Quintela'] }),
  () => plain('people', 'as ', 'Quintela', ' says'),
  (random) => plain('people', 'write to ', `${random.letters(word, 7)}@salinas.example`),
  (random) =>
    plain(
      'people',
      'call +351 91',
      `${random.letters('23456789', 1)} ${random.letters(digits, 3)} ${random.letters(digits, 3)}`,
    ),
  (random) => plain('people', 'ligue (11) 9', `${random.letters(digits, 4)}-${random.letters(digits, 4)}`),
]

const around = [
  (text: string) => text,
  (text: string) => `By the way, ${text}.`,
  (text: string) => `${text}\nThat is all.`,
  (text: string) => `It fails, and ${text}, as before.`,
  (text: string) => `(${text})`,
]

/** A case with secrets, others' data, money and people in everything that somebody wrote. */
export function plantedCase(seed: number): { readonly file: CaseFile; readonly plants: readonly Plant[] } {
  const random = randomOf(seed)
  const plants: Plant[] = []
  const planted = (): string => {
    const plant = random.pick(random.pick([secrets, secrets, foreign, money, people]))(random)
    plants.push(plant)
    return random.pick(around)(plant.text)
  }
  const at = () =>
    instant(new Date(Date.UTC(2026, 10, 1 + random.upTo(20), random.upTo(24), random.upTo(60))).toISOString())
  const several = <T>(make: () => T): T[] => Array.from({ length: 2 + random.upTo(4) }, make)
  const file: CaseFile = {
    ticket: `T-${1000 + random.upTo(9000)}`,
    escalation: 'E-1001',
    kind: random.pick(caseKinds),
    service: random.pick(services),
    severity: random.pick(severities),
    contact: { name: 'Service Desk', mail: 'microsoft@nortada.example', phone: '+351 21 555 0143' },
    customerTenant: random.guid(),
    subscriptions: several(random.guid),
    correlations: several(random.guid),
    product: 'Exchange Online (Plan 1)',
    invoices: [{ number: 'G016907411', lines: [{ line: 12, reference: random.letters(alphanumeric, 12) }] }],
    summary: `Outlook shows error for everybody. ${planted()}`,
    timeline: [{ at: at(), what: 'It is so since Monday' }, ...several(() => ({ at: at(), what: planted() }))],
    tried: ['We restarted the service', ...several(planted)],
    evidence: Object.fromEntries(
      [...new Set(several(() => random.pick(evidenceCodes)))].map((code) => [code, planted()]),
    ),
    transcript: several(() => ({
      at: at(),
      who: random.pick(['customer', 'partner', 'assistant'] as const),
      text: planted(),
    })),
    withheld: { people: ['Marta Quintela'], companies: ['Harrow & Finch LLP', 'harrow.example'] },
  }
  return { file, plants }
}
