import { InvalidArgumentError, Option } from 'commander'
import { partnerRoles } from '../access/person.ts'
import { eventTypes } from '../delivery/event.ts'
import { type Adding, by } from './adding.ts'
import { dayOption } from './day-option.ts'

/** What the partner's own systems need: keys to ask with, and where they are told of events. */
export function addApi(adding: Adding): void {
  addKeys(adding)
  addWebhooks(adding)
}

const json = ['--json', 'one object a line', false] as const
const loadKeys = () => import('./commands/keys.ts')
const loadWebhooks = () => import('./commands/webhooks.ts')

function addKeys({ program, outside, done }: Adding): void {
  const keys = program.command('keys').description("the keys with which the partner's own systems use the API")
  keys
    .command('list', { isDefault: true })
    .description('every key: what it may, until when, when it was used last; never the key itself')
    .option(...json)
    .action(async (options) => done(await (await loadKeys()).listKeys(outside, options)))
  keys
    .command('add')
    .description('make a key; it is shown once')
    .argument('<name>', 'the system that will have it, such as bookkeeping')
    .addOption(new Option('--roles <roles...>', 'what it may do').choices(partnerRoles).makeOptionMandatory())
    .option('--expires <day>', 'the last day on which it works, YYYY-MM-DD; until it is revoked unless told', dayOption)
    .option(...by)
    .option(...json)
    .action(async (name: string, options) => done(await (await loadKeys()).addApiKey(outside, name, options)))
  keys
    .command('rotate')
    .description('give a key a new secret; it is shown once')
    .argument('<name>')
    .option('--hours <count>', 'how long the one before goes on to work, 0 to end it at once', hours, 24)
    .option(...by)
    .option(...json)
    .action(async (name: string, options) => done(await (await loadKeys()).rotateApiKey(outside, name, options)))
  keys
    .command('revoke')
    .description('end a key at once and for good')
    .argument('<name>')
    .option(...by)
    .option(...json)
    .action(async (name: string, options) => done(await (await loadKeys()).revokeApiKey(outside, name, options)))
}

function addWebhooks({ program, outside, done }: Adding): void {
  const webhooks = program.command('webhooks').description("where the partner's own systems are told of events")
  webhooks
    .command('list', { isDefault: true })
    .description('every place, what it is told of, and what it has not taken')
    .option(...json)
    .action(async (options) => done(await (await loadWebhooks()).listWebhooks(outside, options)))
  webhooks
    .command('add')
    .description('tell a system of events from now on; the secret that signs them is shown once')
    .argument('<url>', 'https')
    .addOption(new Option('--types <types...>', 'what it is told of').choices(eventTypes).makeOptionMandatory())
    .option(...json)
    .action(async (url: string, options) => done(await (await loadWebhooks()).addWebhookAt(outside, url, options)))
  webhooks
    .command('remove')
    .description('tell a system of nothing more')
    .argument('<id>', 'as `saldo webhooks` shows it')
    .option(...json)
    .action(async (id: string, options) => done(await (await loadWebhooks()).removeWebhookOf(outside, id, options)))
  webhooks
    .command('test')
    .description('tell a system of an event of type saldo.test now, and say what it answers')
    .argument('<id>', 'as `saldo webhooks` shows it')
    .option(...json)
    .action(async (id: string, options) => done(await (await loadWebhooks()).testWebhook(outside, id, options)))
}

function hours(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('Write whole hours, 0 to 999.')
  return Number(text)
}
