import { type Service, serviceName } from '../../support/service.ts'
import { allNotices, noticeName, noticeState, type ServiceNotice } from '../../support/service-notice.ts'
import { everyAccount } from '../every-account.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly all: boolean; readonly service?: Service; readonly json: boolean }

/** `saldo notices`: what customers are told about the health of services, the newest first; what is over only if asked for. */
export const listNotices = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const notices = await noticesOf(desk, options)
    const now = desk.clock.now()
    if (options.json) for (const each of notices) await terminal.out(`${JSON.stringify(noticeJson(each, now))}\n`)
    else if (notices.length > 0)
      await writeRows(
        terminal,
        head,
        notices.map((each) => rowOf(each, now)),
      )
    else await terminal.err('There is no notice. `saldo notices post` writes one.\n')
    return 0
  })

async function noticesOf({ documents, clock }: Desk, { all, service }: Options): Promise<readonly ServiceNotice[]> {
  const now = clock.now()
  const notices: ServiceNotice[] = []
  for (const partner of await everyAccount(documents)) notices.push(...(await allNotices(documents, partner)))
  return notices
    .filter((each) => (all || noticeState(each, now) !== 'ended') && (!service || each.services.includes(service)))
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : 0))
}

const head = ['notice', 'account', 'services', 'products', 'from', 'until', 'state', 'text']

const rowOf = (notice: ServiceNotice, now: ServiceNotice['from']): string[] => [
  noticeName(notice),
  notice.partner.slice(0, 8),
  notice.services.map(serviceName).join(', '),
  notice.products?.join(', ') ?? '',
  toTheMinute(notice.from),
  notice.until ? toTheMinute(notice.until) : '',
  noticeState(notice, now),
  Object.entries(notice.texts)
    .map(([language, text]) => `${language}: ${text}`)
    .join(' / '),
]

const toTheMinute = (at: ServiceNotice['from']): string => `${at.slice(0, 16)}Z`

/** A notice as scripts read it: the record, its name and how it stands. */
export const noticeJson = (notice: ServiceNotice, now: ServiceNotice['from']) => ({
  name: noticeName(notice),
  state: noticeState(notice, now),
  ...notice,
})
