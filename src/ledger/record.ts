import type { z } from 'zod'

// Stored data is shared and never changed in place, so what was read from it once stays true as long as the store keeps it.
const read = new WeakMap<object, unknown>()

/** A stored document as the record its schema describes: checked the first time it is seen. Never change it. Throws ZodError. */
export function recordOf<S extends z.ZodType<unknown, object>>(schema: S, data: z.input<S>): z.output<S> {
  const known = read.get(data)
  if (known !== undefined) return known as z.output<S>
  const record = schema.decode(data)
  read.set(data, record)
  return record
}
