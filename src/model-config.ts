import { z } from 'zod'
import type { ConfigFault } from './config.ts'

type Limits = {
  /** Consultations a day of one person in one conversation. */
  readonly perDay: number
  /** How long one may take; the turn then goes on without. */
  readonly milliseconds: number
}

/** The language model that may be asked about unsure messages. `name` is the model's, on Azure the deployment's. */
export type ModelConfig =
  /** `lacks` says what keeps it off although something is set. */
  | { readonly kind: 'off'; readonly lacks?: 'key' | 'name' }
  | ({ readonly kind: 'openai'; readonly name: string; readonly key: string; readonly url: string } & Limits)
  | ({ readonly kind: 'azure'; readonly name: string; readonly key: string; readonly url: string } & Limits)

export type ModelReading =
  | { readonly kind: 'read'; readonly model: ModelConfig }
  | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] }

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

/** A key and people's messages go there: in the clear never further than this machine. */
const address = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.parse(text)?.protocol === 'https:' || isLoopback(URL.parse(text)?.hostname ?? ''))
  .transform((text) => text.replace(/\/+$/, ''))

const schema = z.object({
  SALDO_MODEL: z.string().max(200),
  SALDO_MODEL_URL: address.default('https://api.openai.com/v1'),
  SALDO_MODEL_PER_DAY: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(1000)).default(5),
  SALDO_MODEL_MILLISECONDS: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.int().min(100).max(10_000))
    .default(2500),
  OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: z
    .url({ protocol: /^https$/ })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
})

const remedies: Readonly<Record<keyof typeof schema.shape, string>> = {
  SALDO_MODEL: 'Write the name of the model, on Azure that of the deployment, or leave it unset for none.',
  SALDO_MODEL_URL:
    'Write the https address of an API like OpenAI’s (http only on this machine), or leave it unset for OpenAI’s own.',
  SALDO_MODEL_PER_DAY: 'Write a number from 0 to 1000, or leave it unset for 5.',
  SALDO_MODEL_MILLISECONDS: 'Write milliseconds from 100 to 10000, or leave it unset for 2500.',
  OPENAI_API_KEY: 'Set this key or AZURE_OPENAI_KEY, not both.',
  AZURE_OPENAI_KEY: 'Set this key or OPENAI_API_KEY, not both.',
  AZURE_OPENAI_ENDPOINT: 'Write the https address of the Azure OpenAI resource, such as https://NAME.openai.azure.com.',
}

const refused = (variable: keyof typeof remedies, problem: string): ModelReading => ({
  kind: 'refused',
  faults: [{ variable, problem, remedy: remedies[variable] }],
})

/**
 * The model's part of the environment. Off unless both a model and a key are set: keys often stand in an environment for other programs,
 * and none of them alone may send people's messages anywhere; whatever else is set then is nobody's fault.
 */
export function readModelConfig(given: ReadonlyMap<string, string>): ModelReading {
  const hasKey = given.has('OPENAI_API_KEY') || given.has('AZURE_OPENAI_KEY')
  const hasName = given.has('SALDO_MODEL')
  if (!hasKey || !hasName) {
    const lacks = hasName ? 'key' : hasKey ? 'name' : undefined
    return { kind: 'read', model: lacks ? { kind: 'off', lacks } : { kind: 'off' } }
  }
  const read = schema.safeParse(Object.fromEntries([...given].map(([name, value]) => [name, value.trim()])))
  if (read.success) return modelOf(read.data)
  const faults = read.error.issues.map(({ path }) => {
    const variable = String(path[0]) as keyof typeof remedies
    return { variable, problem: 'its value cannot be used', remedy: remedies[variable] }
  })
  return { kind: 'refused', faults }
}

function modelOf(data: z.output<typeof schema>): ModelReading {
  const { OPENAI_API_KEY: openai, AZURE_OPENAI_KEY: azure, AZURE_OPENAI_ENDPOINT: endpoint } = data
  const limits = { perDay: data.SALDO_MODEL_PER_DAY, milliseconds: data.SALDO_MODEL_MILLISECONDS }
  const name = data.SALDO_MODEL
  if (openai && azure)
    return refused('AZURE_OPENAI_KEY', 'OPENAI_API_KEY is set too, and only one of them can be meant')
  if (openai)
    return { kind: 'read', model: { kind: 'openai', name, key: openai, url: data.SALDO_MODEL_URL, ...limits } }
  if (!endpoint) return refused('AZURE_OPENAI_ENDPOINT', 'it is missing, and AZURE_OPENAI_KEY is set')
  return { kind: 'read', model: { kind: 'azure', name, key: azure ?? '', url: endpoint, ...limits } }
}
