import type { Contact } from './contact.ts'
import { noticeKey } from './notices.ts'
import type { Standing } from './standing.ts'

/** How it would stand if this contact had not been: without the stages that were reached with it, what it told, and what it counts for. */
export function withoutContact(standing: Standing, { id, bills, notices = [] }: Contact): Standing {
  const told = notices.map(noticeKey)
  const isOfIt = (each: Standing['reached'][number]) =>
    each.contact === id && bills.some(({ invoice, stage }) => invoice === each.invoice && stage === each.stage)
  return {
    ...standing,
    reached: standing.reached.filter((each) => !isOfIt(each)),
    contacted: standing.contacted.filter(({ contact }) => contact !== id),
    noticed: standing.noticed.filter((key) => !told.includes(key)),
  }
}

/** How it stands where the contact reached nobody and cannot: the stage is reached, and the cap counts nothing. */
export const withoutWord = (standing: Standing, { id }: Pick<Contact, 'id'>): Standing => ({
  ...standing,
  contacted: standing.contacted.filter(({ contact }) => contact !== id),
})

/** Whether it went to somebody, may have, or still may. */
export const mayHaveReached = ({ to }: Contact): boolean =>
  to.some(({ state }) => state === 'sent' || state === 'unknown' || state === 'queued')
