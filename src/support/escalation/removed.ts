/** What is taken out of a package, as its mark says it. */
export const removedKinds = [
  'private key',
  'connection string',
  'token',
  'link parameters',
  'password',
  'product key',
  'recovery key',
  'mail address',
  'domain',
  'card number',
  'account number',
  'tax number',
  'phone number',
  'number of another document',
  'id',
  'name',
  'amount',
  'percentage',
  'figure beside cost or price',
] as const
export type Removed = (typeof removedKinds)[number]

/** One kind of thing that a package must not hold, and how it is recognised. `if` looks at the whole match. */
export type Pattern = { readonly what: Removed; readonly pattern: RegExp; readonly if?: (match: string) => boolean }

/** Takes a match out and gives what stands in its place. */
export type Mark = (match: string, what: Removed) => string
