import type { AzureOpenAIModelOptions, OpenAIModelOptions } from '@microsoft/teams-ai/lib/models/OpenAIModel.js'
import { type Exchange, guardedFetch } from './guarded-fetch.ts'
import { adviceForm, adviceRequest, adviceRules } from './language/advice-prompt.ts'
import type { Advice, AdviceQuestion, Advisor } from './language/advisor.ts'
import { readAdvice } from './language/read-advice.ts'
import type { ModelConfig } from './model-config.ts'

export type ModelInUse = Exclude<ModelConfig, { kind: 'off' }>
/** What asking came to. `nonsense`: the model wrote something that is no advice. */
export type Consultation =
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'nonsense' }
  | Exclude<Exchange, { kind: 'written' }>

/** The version of Azure's API with answers by JSON schema; teams-ai's own default is older than that. */
const azureVersion = '2024-10-21'

/** Loaded by whoever has a model configured, and by nobody else. */
const loadModel = async () => (await import('@microsoft/teams-ai/lib/models/OpenAIModel.js')).OpenAIModel

/** Asks the configured model. `told` hears of every consultation that came to nothing, never of texts. */
export async function modelAdvisor(config: ModelInUse, told?: (failed: Consultation) => void): Promise<Advisor> {
  // Now rather than while the first person waits.
  await loadModel()
  return {
    async advise(question) {
      const outcome = await consultModel(config, question)
      if (outcome.kind === 'advice') return outcome.advice
      told?.(outcome)
      return undefined
    },
  }
}

/** One question to the model through teams-ai, within the configured time. */
export async function consultModel(config: ModelInUse, question: AdviceQuestion): Promise<Consultation> {
  const OpenAIModel = await loadModel()
  let exchange: Exchange = { kind: 'unreachable' }
  // A model object for each question, so that what came belongs to it; it holds no connection of its own.
  const model = new OpenAIModel(
    optionsOf(
      config,
      guardedFetch(config.milliseconds, (came) => {
        exchange = came
      }),
    ),
  )
  await model.completePrompt(...promptOf(question))
  return consultationOf(exchange)
}

function consultationOf(exchange: Exchange): Consultation {
  if (exchange.kind !== 'written') return exchange
  const advice = readAdvice(exchange.text)
  return advice ? { kind: 'advice', advice } : { kind: 'nonsense' }
}

function optionsOf(config: ModelInUse, fetch: typeof globalThis.fetch): OpenAIModelOptions | AzureOpenAIModelOptions {
  // teams-ai passes on these alone (its own `maxRetries` goes nowhere): one try, because whoever waits has the answer without advice
  // sooner. openai reads addresses from the environment wherever none is given; null is given.
  const client = {
    fetch,
    maxRetries: 0,
    timeout: 2 * config.milliseconds,
    ...(config.kind === 'azure' && { baseURL: null }),
  }
  const clientOptions = client as unknown as OpenAIModelOptions['clientOptions']
  const common = { logRequests: false, useSystemMessages: true, clientOptions }
  if (config.kind === 'openai')
    return { ...common, apiKey: config.key, defaultModel: config.name, endpoint: config.url }
  const { key, name, url } = config
  return {
    ...common,
    azureApiKey: key,
    azureDefaultDeployment: name,
    azureEndpoint: url,
    azureApiVersion: azureVersion,
  }
}

type Prompt = Parameters<
  InstanceType<typeof import('@microsoft/teams-ai/lib/models/OpenAIModel.js').OpenAIModel>['completePrompt']
>

/**
 * The question as teams-ai takes it. Neither turn nor memory nor tokenizer takes part: the prompt is rendered as it is, and nothing of the
 * conversation goes with it. Temperature and length stay the model's own, because some models refuse any other.
 */
function promptOf(question: AdviceQuestion): Prompt {
  const messages = [
    { role: 'system', content: adviceRules },
    { role: 'user', content: adviceRequest(question) },
  ]
  const rendered = async () => ({ output: structuredClone(messages), length: 0, tooLong: false })
  const format = { type: 'json_schema', json_schema: { name: 'advice', strict: true, schema: adviceForm } }
  const template = {
    name: 'advice',
    prompt: { required: true, tokens: -1, renderAsMessages: rendered },
    config: { schema: 1.1, type: 'completion', completion: { completion_type: 'chat', response_format: format } },
  }
  const memory = { getValue: () => undefined }
  return [undefined, memory, undefined, undefined, template] as unknown as Prompt
}
