import type { Collection } from '../store/documents.ts'
import { contacts } from './contact.ts'
import { decisionMonths } from './decision.ts'
import { policies } from './policy.ts'
import { standings } from './standing.ts'

/** What the collections keep. */
export const collectionsCollections: readonly Collection<never>[] = [contacts, decisionMonths, policies, standings]
