import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { type PartnerId, partnerId } from '../values/ids.ts'
import { type Language, languages } from '../values/language.ts'
import { instantSchema, textOf } from '../values/schemas.ts'
import { type Service, services } from './service.ts'

const by = z.object({ by: z.string().min(1), at: instantSchema })

/** What the partner tells its customers about the health of an online service, so that nobody looks for a fault of their own. */
export const serviceNoticeSchema = z.object({
  /** The account and what it is about (`change-notices.ts`): posted twice it is one notice. */
  id: z.string().min(1),
  partner: textOf(partnerId),
  services: z.array(z.enum(services)).min(1),
  /** Words for the part that is affected, such as Outlook; the whole service when left out. */
  products: z.array(z.string().min(1).max(60)).max(20).optional(),
  from: instantSchema,
  /** Not yet known when left out. */
  until: instantSchema.optional(),
  /** As the partner wrote it, in one language at least. */
  texts: z
    .partialRecord(z.enum(languages), z.string().trim().min(1).max(1000))
    .refine((texts) => Object.keys(texts).length > 0, 'Write a text in one language at least'),
  /** Microsoft's own number for it, such as EX25194. */
  incident: z
    .string()
    .regex(/^[A-Z]{2,5}[A-Z0-9-]{2,20}$/, 'Write the incident as Microsoft does, such as EX25194')
    .optional(),
  /** The person as `tenant.objectId`, or the operator's name as the command line knows it. */
  postedBy: z.string().min(1),
  postedAt: instantSchema,
  /** Who said anything new in it, and when. */
  changed: by.optional(),
  ended: by.optional(),
})
export type ServiceNotice = z.output<typeof serviceNoticeSchema>

export const serviceNotices: Collection<z.input<typeof serviceNoticeSchema>> = {
  name: 'service_notices',
  indexes: { from: ({ partner, from }) => `${partner}|${from}` },
  partition: ({ partner }) => partner,
}

/** `ended` is over, `coming` is announced. */
export type NoticeState = 'coming' | 'active' | 'ended'

export const noticeState = ({ from, until }: Pick<ServiceNotice, 'from' | 'until'>, now: Instant): NoticeState =>
  until !== undefined && until <= now ? 'ended' : now < from ? 'coming' : 'active'

/** What people call a notice: its id without the account. */
export const noticeName = ({ id, partner }: ServiceNotice): string => id.slice(partner.length + 1)

/** All that were ever posted for one Partner Center account, those first that began last. */
export async function allNotices(reading: Reading, partner: PartnerId): Promise<readonly ServiceNotice[]> {
  const range = { from: `${partner}|`, to: `${partner}|\uffff` }
  const { items } = await reading.find(serviceNotices, { index: 'from', ...range, order: 'descending' })
  return items.map(({ data }) => recordOf(serviceNoticeSchema, data))
}

export type NoticeQuestion = {
  readonly partner: PartnerId
  readonly service: Service
  /** What does not work, in whatever words; every notice of the service when left out. */
  readonly product?: string
  readonly now: Instant
}

/** What the partner says about a service at this moment, newest first: of the product or of the whole service. */
export async function noticesFor(
  reading: Reading,
  { partner, service, product, now }: NoticeQuestion,
): Promise<readonly ServiceNotice[]> {
  const all = await allNotices(reading, partner)
  return all.filter(
    (notice) => noticeState(notice, now) === 'active' && notice.services.includes(service) && concerns(notice, product),
  )
}

/** Whether one of the notice's words is among those of the product, as whole words. */
function concerns({ products }: ServiceNotice, product: string | undefined): boolean {
  if (!products || product === undefined) return true
  const said = ` ${plainWords(product)} `
  return products.some((word) => said.includes(` ${plainWords(word)} `) || ` ${plainWords(word)} `.includes(said))
}

/** Lower-case words without accents, a space between them. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Portuguese is read in both of its countries; beyond that English is what most people read. */
const nearest: Readonly<Record<Language, readonly Language[]>> = {
  en: ['en'],
  'pt-PT': ['pt-PT', 'pt-BR', 'en'],
  'pt-BR': ['pt-BR', 'pt-PT', 'en'],
  es: ['es', 'en'],
}

/** The partner's words in the reader's language, or the nearest that there are, and which language that is. */
export function noticeText(
  { texts }: Pick<ServiceNotice, 'texts'>,
  language: Language,
): { readonly text: string; readonly language: Language } {
  const found = [...nearest[language], ...languages].find((each) => texts[each] !== undefined) ?? language
  return { text: texts[found] ?? '', language: found }
}
