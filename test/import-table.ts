/**
 * What each room of src/ may import besides itself; `documents` is the shared port store/documents.ts. The doors (teams, api, web,
 * jobs, cli) may import every room but store, and not each other; files directly in src/ wire everything.
 */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  values: [],
  ledger: ['values', 'documents'],
  access: ['values', 'ledger', 'documents'],
  delivery: ['values', 'ledger', 'access', 'documents'],
  collections: ['values', 'ledger', 'access', 'delivery', 'documents'],
  support: ['values', 'ledger', 'access', 'delivery', 'documents'],
  language: ['values'],
  answers: ['values', 'ledger', 'access', 'delivery', 'collections', 'support', 'language', 'documents'],
  conversation: [
    'values',
    'ledger',
    'access',
    'delivery',
    'collections',
    'support',
    'language',
    'answers',
    'documents',
  ],
  store: ['values', 'documents'],
  'partner-center': ['values', 'ledger', 'access', 'collections', 'support', 'documents'],
  formats: ['values', 'ledger', 'access', 'collections', 'support', 'documents'],
}
