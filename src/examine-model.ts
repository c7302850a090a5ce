import type { Finding } from './cli/outside.ts'
import type { Consultation, ModelInUse } from './model-advisor.ts'
import type { ModelConfig } from './model-config.ts'
import { day } from './values/day.ts'

const about = 'model'
/** Nothing of anybody's. */
const probe = {
  text: 'how much was the October bill?',
  language: 'en',
  candidates: ['invoice.show'],
  today: day('2026-11-22'),
} as const

const remedies: Readonly<Record<Exclude<Consultation['kind'], 'advice' | 'refused'>, string>> = {
  unreachable: 'nobody answers at its address: check SALDO_MODEL_URL or AZURE_OPENAI_ENDPOINT, and the network',
  'too-late': 'it did not answer in time: choose a quicker one, or raise SALDO_MODEL_MILLISECONDS',
  unreadable: 'what answers at its address is no such API: check SALDO_MODEL_URL or AZURE_OPENAI_ENDPOINT',
  nonsense: 'it does not keep to the form it is given: choose a model with answers by JSON schema',
}

/** Whether a language model is configured, and, with one small question to it, whether it answers. Nothing depends on it, so nothing must be mended. */
export async function examineModel(model: ModelConfig): Promise<Finding> {
  if (model.kind !== 'off') return examineUse(model)
  if (!model.lacks) return { about, verdict: 'good', says: 'off: what is not understood surely is asked back' }
  const says =
    model.lacks === 'key'
      ? 'off: SALDO_MODEL is set and no key is; set OPENAI_API_KEY, or AZURE_OPENAI_KEY and AZURE_OPENAI_ENDPOINT'
      : 'off: a key is set and no model is; set SALDO_MODEL if messages may be sent there'
  return { about, verdict: model.lacks === 'key' ? 'should' : 'good', says }
}

async function examineUse(model: ModelInUse): Promise<Finding> {
  const { consultModel } = await import('./model-advisor.ts')
  const started = performance.now()
  const outcome = await consultModel(model, probe)
  const name = `${model.name} at ${new URL(model.url).host}`
  if (outcome.kind === 'advice') {
    const took = Math.round(performance.now() - started)
    return { about, verdict: 'good', says: `on: ${name} answers, in ${took} ms of ${model.milliseconds}` }
  }
  const says =
    outcome.kind === 'refused'
      ? `it answers ${outcome.status}: check the key, the name in SALDO_MODEL and what the account allows`
      : remedies[outcome.kind]
  return { about, verdict: 'should', says: `on, and of no use: ${name}: ${says}` }
}
