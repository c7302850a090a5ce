import { z } from 'zod'
import { type ModelConfig, readModelConfig } from './model-config.ts'
import { type Instant, instant } from './values/day.ts'

export type Config = {
  readonly port: number
  /** The data folder of the embedded store, and where the trained model is kept. */
  readonly data: string
  /** PostgreSQL instead of the embedded store. */
  readonly databaseUrl?: string
  /** The clock starts and stays here: for trying out. */
  readonly now?: Instant
  readonly logLevel: (typeof logLevels)[number]
  /** Where people reach this service from outside, without a slash at the end: links to documents begin with it. */
  readonly publicUrl?: string
  /** How long a link to a document works. */
  readonly linkMinutes: number
  /** The language model that may be asked about unsure messages; off unless it is asked for. */
  readonly model: ModelConfig
  /** What the bot's registration needs, under botbuilder's names. The door checks it when it starts (teams/bot-settings.ts). */
  readonly bot: Readonly<Record<string, string>>
}

/** One thing that is wrong with the environment and what to do about it. Never holds a value: it could be a secret. */
export type ConfigFault = { readonly variable: string; readonly problem: string; readonly remedy: string }
export type ConfigReading =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] }

/** The environment cannot be used. The message names each variable and what to do. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused'
  constructor(faults: readonly ConfigFault[]) {
    const lines = faults.map(({ variable, problem, remedy }) => `${variable}: ${problem}. ${remedy}`)
    super(`the configuration cannot be used\n${lines.join('\n')}`)
  }
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

const environmentSchema = z.object({
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65535)).default(3978),
  SALDO_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  SALDO_NOW: z.string().refine(isInstant).transform(instant).optional(),
  SALDO_LOG: z.enum(logLevels).default('info'),
  SALDO_PUBLIC_URL: z
    .url({ protocol: /^https$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SALDO_LINK_MINUTES: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(1440)).default(15),
})

const remedies: Readonly<Record<keyof typeof environmentSchema.shape, string>> = {
  PORT: 'Write a port from 0 to 65535 (0 takes any that is free), or leave it unset for 3978.',
  SALDO_DATA: 'Write the path of a folder, or leave it unset for ./data.',
  DATABASE_URL: 'Write postgres://USER@HOST:PORT/DATABASE, or leave it unset for the embedded store.',
  SALDO_NOW: 'Write an ISO instant such as 2026-11-22T09:00:00Z, or leave it unset for the real time.',
  SALDO_LOG: `Write one of ${logLevels.join(', ')}, or leave it unset for info.`,
  SALDO_PUBLIC_URL: 'Write the https address at which people reach this service, or leave it unset for no links.',
  SALDO_LINK_MINUTES: 'Write minutes from 1 to 1440, or leave it unset for 15.',
}

/** botbuilder's names of the bot's settings, and what the Agents Toolkit calls the same (env/.env.*), so that its files work unchanged. */
const botNames: Readonly<Record<string, string | undefined>> = {
  MicrosoftAppId: 'BOT_ID',
  MicrosoftAppPassword: 'SECRET_BOT_PASSWORD',
  MicrosoftAppType: 'BOT_TYPE',
  MicrosoftAppTenantId: 'BOT_TENANT_ID',
  CertificateThumbprint: undefined,
  CertificatePrivateKey: undefined,
  ChannelService: undefined,
  NODE_ENV: undefined,
}

/** botbuilder reads its types in any case and the Toolkit writes UserAssignedMSI; from here on there is one spelling. */
const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMsi']

/** Checks the environment once; nothing else reads it. An empty variable counts as unset, as env files leave them. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = new Map(Object.entries(environment).filter(([, value]) => value?.trim()) as [string, string][])
  const read = environmentSchema.safeParse(Object.fromEntries(given))
  const model = readModelConfig(given)
  const faults = [...(read.success ? [] : read.error.issues.map(faultOf)), ...twiceSet(given)]
  if (model.kind === 'refused') return { kind: 'refused', faults: [...faults, ...model.faults] }
  if (!read.success || faults.length > 0) return { kind: 'refused', faults }
  return { kind: 'read', config: configOf(read.data, botOf(given), model.model) }
}

const configOf = (data: z.output<typeof environmentSchema>, bot: Config['bot'], model: ModelConfig): Config => ({
  port: data.PORT,
  data: data.SALDO_DATA,
  databaseUrl: data.DATABASE_URL,
  now: data.SALDO_NOW,
  logLevel: data.SALDO_LOG,
  publicUrl: data.SALDO_PUBLIC_URL,
  linkMinutes: data.SALDO_LINK_MINUTES,
  model,
  bot,
})

function faultOf({ path }: z.core.$ZodIssue): ConfigFault {
  const variable = String(path[0]) as keyof typeof remedies
  return { variable, problem: 'its value cannot be used', remedy: remedies[variable] }
}

function twiceSet(given: ReadonlyMap<string, string>): ConfigFault[] {
  const differs = ([name, other]: [string, string | undefined]) => {
    const [one, two] = [given.get(name), other && given.get(other)]
    return one !== undefined && two !== undefined && one !== two
  }
  return Object.entries(botNames)
    .filter(differs)
    .map(([variable, other]) => ({
      variable,
      problem: `it differs from ${other}, which means the same`,
      remedy: 'Set only one of them.',
    }))
}

function botOf(given: ReadonlyMap<string, string>): Record<string, string> {
  const bot: Record<string, string> = {}
  for (const [name, other] of Object.entries(botNames)) {
    const value = given.get(name) ?? (other && given.get(other))
    if (value) bot[name] = value.trim()
  }
  const type = bot.MicrosoftAppType
  if (type) bot.MicrosoftAppType = appTypes.find((known) => known.toLowerCase() === type.toLowerCase()) ?? type
  return bot
}

function isInstant(text: string): boolean {
  try {
    return instant(text) !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
