import { type Customer, nameWords } from '../ledger/customer.ts'

/** Whether a name that one of a customer's people wrote is that of their own company: its words, or its domain. */
export function meansOwnCompany(written: string, { name, domain }: Customer): boolean {
  if (written.trim().toLowerCase() === domain.toLowerCase()) return true
  const own = nameWords(name)
  const words = nameWords(written)
  return words.length > 0 && words[0] === own[0] && words.every((word) => own.includes(word))
}
