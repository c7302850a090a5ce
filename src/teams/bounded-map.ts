/** A map that forgets what was used longest ago once it holds more than `limit` entries. */
export function boundedMap<V>(limit: number): { getOrMake(key: string, make: () => V): V; forget(key: string): void } {
  const entries = new Map<string, V>()
  return {
    getOrMake(key, make) {
      const known = entries.get(key)
      const value = known ?? make()
      if (known !== undefined) entries.delete(key)
      else if (entries.size >= limit) entries.delete(entries.keys().next().value as string)
      entries.set(key, value)
      return value
    },
    forget: (key) => entries.delete(key),
  }
}
