export type Limit = { readonly perSecond: number; readonly burst: number }

/** What one key may ask for: much for a system that works through its customers, nothing for one that runs in circles. */
export const usualLimit: Limit = { perSecond: 20, burst: 40 }

export type RateLimit = {
  /** Takes one request of a key: 0 when it may go on, else the whole seconds after which to ask again. */
  take(key: string): number
}

/** A bucket of tokens for each key, in this process. `milliseconds` only goes forward: a clock that stands still would stop everybody. */
export function rateLimit(milliseconds: () => number, { perSecond, burst }: Limit = usualLimit): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(key) {
      const now = milliseconds()
      const before = buckets.get(key) ?? { tokens: burst, at: now }
      const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond)
      const allowed = tokens >= 1
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now })
      return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
  }
}
