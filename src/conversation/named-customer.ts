import { nameWords } from '../ledger/customer.ts'
import type { CustomerSide } from '../ledger/ledger.ts'

// Shorter words are articles, prepositions and legal forms.
const shortest = 4

/**
 * The words of a message that are words of customers' names, in order: "quanto deve a Aurora?" names Aurora. For partner staff only:
 * whether a name is known may decide nothing that a customer's own people hear.
 */
export async function namedCustomer(ledger: CustomerSide, text: string): Promise<string | undefined> {
  const words = [...new Set(nameWords(text))].filter((word) => word.length >= shortest)
  const known = await Promise.all(
    words.map(async (word) => {
      const found = await ledger.findCustomers(word)
      return found.some(({ name }) => nameWords(name).includes(word))
    }),
  )
  return words.filter((_, at) => known[at]).join(' ') || undefined
}

/** A message without the words of a customer's name, and without the word "customer" that goes before it. */
export function withoutCustomer(text: string, name: string): string {
  const gone = new Set([...nameWords(name), 'customer', 'client', 'cliente'])
  const stays = (token: string): boolean => {
    const words = nameWords(token)
    return words.length === 0 || !words.every((word) => gone.has(word))
  }
  return text.split(/\s+/).filter(stays).join(' ')
}
