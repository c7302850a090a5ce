import { composed, fold } from './fold.ts'

/** "Que grupo de recursos gastou mais?" is about Azure, whether it says so or not. */
export const asksWhereInAzure = (text: string): boolean =>
  /\b(?:resource groups?|grupos? de recursos?)\b/.test(fold(composed(text)))
