import { randomBytes } from 'node:crypto'
import { type ApiKey, everyApiKey, isExpired } from '../../access/api-key.ts'
import { addKey, type KeyOutcome, revokeKey, rotateKey } from '../../access/change-keys.ts'
import type { Day, Instant } from '../../values/day.ts'
import { actorOf } from '../actor-of.ts'
import { CommandRefused } from '../command-refused.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly by?: string; readonly json: boolean }
type Adding = Options & { readonly roles: ApiKey['roles']; readonly expires?: Day }

/** `saldo keys`: what each may and when it was used. The keys themselves are nowhere. */
export const listKeys = (outside: Outside, { json }: { readonly json: boolean }): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const { terminal } = outside
    const keys = await everyApiKey(documents)
    if (json) for (const key of keys) await terminal.out(`${JSON.stringify(keyJson(key, clock.now()))}\n`)
    else
      await writeRows(
        terminal,
        head,
        keys.map((key) => rowOf(key, clock.now())),
      )
    return 0
  })

/** `saldo keys add`: the only time that the key is to be seen. */
export const addApiKey = (outside: Outside, name: string, { roles, expires, ...options }: Adding): Promise<ExitCode> =>
  change(outside, options, async (desk, tools) => {
    if (!/^[\w.@ -]{1,60}$/.test(name)) throw new CommandRefused('a name has letters, digits, spaces and . _ @ - alone')
    if (expires !== undefined && expires < tools.now.slice(0, 10))
      throw new CommandRefused('its last day has passed already')
    return addKey(desk.documents, { ...tools, id: desk.newId(), name, roles, expires, secret: newSecret() })
  })

/** `saldo keys rotate`: a new secret under the same name and rights. */
export const rotateApiKey = (outside: Outside, name: string, options: Options & { hours: number }): Promise<ExitCode> =>
  change(outside, options, (desk, tools) =>
    rotateKey(desk.documents, { ...tools, name, hours: options.hours, secret: newSecret() }),
  )

/** `saldo keys revoke`. */
export const revokeApiKey = (outside: Outside, name: string, options: Options): Promise<ExitCode> =>
  change(outside, options, (desk, tools) => revokeKey(desk.documents, { ...tools, name }))

const newSecret = (): string => randomBytes(32).toString('base64url')

type Tools = { readonly by: Awaited<ReturnType<typeof actorOf>>; readonly now: Instant }

const change = (
  outside: Outside,
  { by, json }: Options,
  work: (desk: Desk, tools: Tools) => Promise<KeyOutcome>,
): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const now = desk.clock.now()
    const outcome = await work(desk, { by: await actorOf(desk.documents, by), now })
    if (outcome.kind === 'refused') throw new CommandRefused(reasons[outcome.reason])
    const { terminal } = outside
    const text = 'text' in outcome ? outcome.text : undefined
    if (json) {
      const said = { kind: outcome.kind, ...keyJson(outcome.key, now), ...(text !== undefined && { key: text }) }
      await terminal.out(`${JSON.stringify(said)}\n`)
    } else await terminal.out(text === undefined ? `${outcome.key.name}: ${outcome.kind}\n` : `${text}\n`)
    if (text !== undefined)
      await terminal.err(`${outcome.key.name}: ${outcome.kind}. Keep it now: it is not shown again.\n`)
    return 0
  })

const reasons: Readonly<Record<Extract<KeyOutcome, { kind: 'refused' }>['reason'], string>> = {
  'not-allowed': 'only a user management admin may change keys',
  'name-taken': 'there is a key of this name, or was: take another name',
  unknown: 'there is no key of this name: `saldo keys` lists them',
  revoked: 'this key was revoked: add another',
}

const stateOf = (key: ApiKey, now: Instant): string =>
  key.revokedAt !== undefined ? 'revoked' : isExpired(key, now) ? 'expired' : 'good'

const head = ['name', 'state', 'roles', 'expires', 'last used', 'added']
const rowOf = (key: ApiKey, now: Instant): string[] => [
  key.name,
  stateOf(key, now),
  key.roles.join(' '),
  key.expires ?? '',
  key.usedOn ?? 'never',
  key.trail[0]?.at.slice(0, 10) ?? '',
]

const keyJson = (key: ApiKey, now: Instant) => ({
  id: key.id,
  name: key.name,
  state: stateOf(key, now),
  roles: key.roles,
  expires: key.expires ?? null,
  usedOn: key.usedOn ?? null,
  trail: key.trail,
})
