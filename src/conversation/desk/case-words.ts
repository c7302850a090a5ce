import { type Service, serviceName } from '../../support/service.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Language } from '../../values/language.ts'

// English, for Microsoft's engineers. What people wrote follows in their own language.

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-PT': 'Portuguese',
  'pt-BR': 'Portuguese',
  es: 'Spanish',
}

const topics: Readonly<Record<string, string>> = {
  dispute: 'A charge for {product} is contested by the customer.',
  'subscription.change': 'A change of the subscription to {product} is wanted.',
  'subscription.cancel': 'The subscription to {product} is to be cancelled.',
  'subscription.renewal': 'The renewal of the subscription to {product} is in question.',
  'charge.credit': 'A credit for {product} is expected.',
  'suspension.status': 'Access to {product} is blocked.',
  'account.details': 'Details of the account are to be changed.',
}

/** What the case is about in a sentence, then what the customer wrote. */
export function summaryOf(
  { topic, kind, language }: Ticket,
  { product, service, words }: { readonly product?: string; readonly service: Service; readonly words: string },
): string {
  const usual = kind === 'technical' ? '{product} does not work as expected.' : 'A question about {product}.'
  const sentence = (topics[topic] ?? usual).replace('{product}', () => product ?? serviceName(service))
  return words ? `${sentence}\nIn the customer's words (${languageNames[language]}): ${words}` : sentence
}

const scopes: Readonly<Record<string, string>> = {
  everybody: 'everybody in the company',
  several: 'several people',
  one: 'one person',
}

export const scopeOf = (impact: string): string => scopes[impact] ?? impact

/** What was tried before a person had it. The figures that somebody was shown stay out of it. */
export function triedText({ what, text }: Ticket['tried'][number]): string {
  switch (what) {
    case 'known-problem':
      return 'The notices about the health of the service were looked at: a known problem did not explain it.'
    case 'subscription-status':
      return `The status of the subscription was looked at${text ? `: ${text}` : ''}.`
    case 'explained':
      return 'The lines of the bill were explained to the customer from the reconciliation file; that did not settle it.'
    case 'answered':
      return 'The question was answered from the records; that did not settle it.'
    default:
      return text ? `${what}: ${text}` : what
  }
}
