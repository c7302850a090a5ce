import { people, personKey } from '../../access/person.ts'
import { customers } from '../../ledger/customer.ts'
import type { Reading } from '../../store/documents.ts'
import type { TenantId } from '../../values/ids.ts'

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** As Microsoft's error pages call them. */
const named = new RegExp(
  `\\b(?:correlation|request|client[- ]request|x-ms-request|x-ms-correlation-request|trace|activity|session|tracking|operation)[\\s_-]{0,2}(?:id|identifier)\\b[^0-9a-f\\n]{0,20}(${guid})`,
  'gi',
)
const codes = /\b(?:0x[0-9a-f]{6,8}|AADSTS\d{4,7}|(?:error|erro|status|code|c[óo]digo)[ :#]{1,3}\d{3,6})\b/gi

/** The exact codes in what was written: a package has them though all other figures go. */
export const errorCodes = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.match(codes) ?? [])),
]

/** Ids of failed attempts, called so where they were written. An id that is known to be a company's or a person's is none of these. */
export async function correlationsIn(
  reading: Reading,
  texts: readonly string[],
  tenant: TenantId,
): Promise<readonly string[]> {
  const found = new Set(texts.flatMap((text) => [...text.matchAll(named)].map(([, id = '']) => id.toLowerCase())))
  const kept: string[] = []
  for (const id of found) if (!(await isSomebody(reading, id, tenant))) kept.push(id)
  return kept
}

async function isSomebody(reading: Reading, id: string, tenant: TenantId): Promise<boolean> {
  if (await reading.get(people, personKey(tenant, id))) return true
  const known = await Promise.all(
    (['tenant', 'partner'] as const).map((index) => reading.find(customers, { index, equals: id, limit: 1 })),
  )
  return known.some(({ items }) => items.length > 0)
}
