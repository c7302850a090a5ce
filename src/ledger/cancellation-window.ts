/**
 * Days in which seats of the new commerce can be reduced or cancelled against a credit, from their purchase, addition or renewal; after
 * that the term is billed to its end (reference 10; Partner Center docs, new-commerce-cancellation-policy, read in 2025).
 */
export const cancellationWindow = { days: 7, policy: 'microsoft.new-commerce-cancellation-policy' } as const
