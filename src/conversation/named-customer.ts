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
