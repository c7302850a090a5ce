import { type Contact, type Recipient, recipientStates } from './contact.ts'

/** What became of contacts, counted by recipient: `asked` is the sum of all the others, to the last person. */
export type ContactTotals = { readonly contacts: number; readonly asked: number } & Readonly<
  Record<Recipient['state'], number>
>

export function ledgerOfContacts(contacts: readonly Contact[]): ContactTotals {
  const recipients = contacts.flatMap(({ to }) => to)
  const counts = Object.fromEntries(
    recipientStates.map((state) => [state, recipients.filter((each) => each.state === state).length]),
  ) as Record<Recipient['state'], number>
  return { contacts: contacts.length, asked: recipients.length, ...counts }
}
