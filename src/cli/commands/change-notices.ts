import { endNotice, type NoticeOutcome, type NoticeToPost, postNotice } from '../../support/change-notices.ts'
import type { Service } from '../../support/service.ts'
import { allNotices, noticeName, type ServiceNotice, serviceNoticeSchema } from '../../support/service-notice.ts'
import type { Instant } from '../../values/day.ts'
import type { PartnerId } from '../../values/ids.ts'
import type { Language } from '../../values/language.ts'
import { actorOf } from '../actor-of.ts'
import { CommandRefused } from '../command-refused.ts'
import { everyAccount } from '../every-account.ts'
import type { GivenText } from '../notice-options.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { noticeJson } from './notices.ts'

type Options = { readonly account?: string; readonly by?: string; readonly json: boolean }
type Posting = Options & {
  readonly service: readonly Service[]
  readonly product?: readonly string[]
  readonly from: Instant
  readonly until?: Instant
  readonly text: readonly GivenText[]
  readonly language: Language
  readonly incident?: string
}

/** `saldo notices post`: tells the customers of every account, or of one, how a service is. Safe to repeat. */
export const postNoticeCommand = (outside: Outside, options: Posting): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const { documents, clock } = desk
    const [now, by] = [clock.now(), await actorOf(documents, options.by)]
    // All are checked before one is written: half of the accounts told would be worse than none.
    const posts = (await accountsOf(desk, options)).map((partner) => toPost(partner, options))
    for (const post of posts) await write(outside, await postNotice(documents, post, { by, now }), options, now)
    return 0
  })

/** `saldo notices end`: it is over, in every account that has it, or in one. Safe to repeat. */
export const endNoticeCommand = (outside: Outside, name: string, options: Options): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const { documents, clock } = desk
    const [now, by] = [clock.now(), await actorOf(documents, options.by)]
    const named: ServiceNotice[] = []
    for (const partner of await accountsOf(desk, options))
      named.push(...(await allNotices(documents, partner)).filter((each) => noticeName(each) === name))
    if (named.length === 0) throw new CommandRefused(reasons['unknown-notice'])
    for (const { id } of named) await write(outside, await endNotice(documents, id, { by, now }), options, now)
    return 0
  })

async function accountsOf({ documents }: Desk, { account }: Options): Promise<readonly PartnerId[]> {
  const known = await everyAccount(documents)
  if (known.length === 0) throw new CommandRefused('there are no customers to tell: import customers.csv first')
  if (account === undefined) return known
  const wanted = known.filter((each) => each === account.toLowerCase())
  if (wanted.length > 0) return wanted
  throw new CommandRefused(`${account} is no account that sells to anybody: write ${known.join(' or ')}`)
}

function toPost(partner: PartnerId, options: Posting): NoticeToPost {
  const texts: Partial<Record<Language, string>> = {}
  for (const { language = options.language, text } of options.text) {
    if (texts[language] !== undefined) throw new CommandRefused(`there are two texts in ${language}: give one each`)
    texts[language] = text
  }
  const { service, product, from, until, incident } = options
  const said = { partner, services: [...new Set(service)], products: product, from, until, texts, incident }
  const read = postSchema.safeParse(said)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new CommandRefused(`--${optionOf[String(issue?.path[0])] ?? 'text'}: ${issue?.message}`, { cause: read.error })
}

const postSchema = serviceNoticeSchema.omit({ id: true, postedBy: true, postedAt: true, changed: true, ended: true })
const optionOf: Readonly<Record<string, string>> = { services: 'service', products: 'product', incident: 'incident' }

type Refusal = Extract<NoticeOutcome, { kind: 'refused' }>['reason']
const reasons: Readonly<Record<Refusal, string>> = {
  'not-allowed': 'only staff who work on cases may post notices',
  'unknown-notice': 'there is no such notice: `saldo notices --all` lists them by name',
  'ends-before-it-begins': 'the notice ends before it begins: let --until be later than --from',
}

async function write(outside: Outside, outcome: NoticeOutcome, { json }: Options, now: Instant): Promise<void> {
  if (outcome.kind === 'refused') throw new CommandRefused(reasons[outcome.reason])
  const { kind, notice } = outcome
  const text = `${noticeName(notice)}: ${kind} (account ${notice.partner})\n`
  await outside.terminal.out(json ? `${JSON.stringify({ kind, ...noticeJson(notice, now) })}\n` : text)
}
