import type { StoredCharge } from './charge.ts'

/** Lines a document: small enough to read one alone, large enough that a million make a few thousand. */
const linesAtMost = 500

/**
 * Charges in pages of at most 500. Neighbours of one event stay on one page, so that a refund is never read without its charge;
 * only an event of more lines than a page has is cut.
 */
export function pageCharges(charges: readonly StoredCharge[], atMost = linesAtMost): StoredCharge[][] {
  const pages: StoredCharge[][] = []
  let page: StoredCharge[] = []
  for (const event of byEvent(charges)) {
    if (page.length > 0 && page.length + event.length > atMost) {
      pages.push(page)
      page = []
    }
    for (const charge of event) {
      if (page.length === atMost) {
        pages.push(page)
        page = []
      }
      page.push(charge)
    }
  }
  return page.length > 0 ? [...pages, page] : pages
}

function* byEvent(charges: readonly StoredCharge[]): Generator<StoredCharge[]> {
  let event: StoredCharge[] = []
  for (const charge of charges) {
    const belongs = charge.event !== undefined && charge.event === event[0]?.event
    if (!belongs && event.length > 0) {
      yield event
      event = []
    }
    event.push(charge)
  }
  if (event.length > 0) yield event
}
