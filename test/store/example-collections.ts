import type { Collection } from '../../src/store/documents.ts'

/** A document with every kind of index: one text, joined texts, numbers, several keys, sometimes none. */
export type Bill = {
  readonly customer: string
  readonly due: string
  readonly cents: number
  readonly tags: readonly string[]
  readonly note?: string
  readonly unindexed?: string
}

export const bills: Collection<Bill> = {
  name: 'bill',
  partition: (bill) => bill.customer,
  indexes: {
    customer: (bill) => bill.customer,
    customer_due: (bill) => `${bill.customer}|${bill.due}`,
    due: (bill) => bill.due,
    cents: (bill) => bill.cents,
    tag: (bill) => bill.tags,
    note: (bill) => bill.note,
  },
}

type Counter = { readonly value: number }
export const counters: Collection<Counter> = {
  name: 'running_counter',
  partition: () => 'all',
  indexes: { value: (counter) => counter.value },
}

type Errand = { readonly dueAt: string; readonly taken: number }
export const errands: Collection<Errand> = {
  name: 'errand',
  partition: () => 'all',
  indexes: { due: (errand) => errand.dueAt },
}

export const exampleCollections = [bills, counters, errands]

export function bill(over: Partial<Bill> = {}): Bill {
  return { customer: 'c1', due: '2026-10-31', cents: 1000, tags: [], ...over }
}
