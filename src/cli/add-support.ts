import { Option } from 'commander'
import { services } from '../support/service.ts'
import { languages } from '../values/language.ts'
import { type Adding, by } from './adding.ts'
import { instantOption, textOption } from './notice-options.ts'

/** The support desk: each of its commands has a function of its own. */
export function addSupport(adding: Adding): void {
  addNotices(adding)
}

const account = ['--account <tenant>', 'only that Partner Center account; every one unless told'] as const

function addNotices({ program, outside, done }: Adding): void {
  const change = () => import('./commands/change-notices.ts')
  const notices = program.command('notices').description('what customers are told about the health of a service')
  notices
    .command('list', { isDefault: true })
    .description('what is said now and what is announced, newest first')
    .option('--all', 'those that are over as well', false)
    .addOption(new Option('--service <service>', 'only those of one service').choices(services))
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/notices.ts')).listNotices(outside, options)))
  notices
    .command('post')
    .description('say something, or say anew what was said of the same incident')
    .addOption(new Option('--service <service...>', 'the services it is about').choices(services).makeOptionMandatory())
    .option('--product <word...>', 'words for the part that is affected, such as Outlook; all of it unless told')
    .requiredOption('--from <instant>', 'since when, such as 2026-11-23T09:10Z', instantOption)
    .option('--until <instant>', 'until when, where that is known', instantOption)
    .requiredOption('--text <text>', 'in one language, or once for each: en="..." pt-PT="..."', textOption)
    .addOption(new Option('--language <language>', 'of a text that names none').choices(languages).default('en'))
    .option('--incident <number>', "Microsoft's own number, such as EX25194")
    .option(...account)
    .option(...by)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await change()).postNoticeCommand(outside, options)))
  notices
    .command('end')
    .description('it is over')
    .argument('<notice>', 'as `saldo notices` shows it')
    .option(...account)
    .option(...by)
    .option('--json', 'one object a line', false)
    .action(async (name: string, options) => done(await (await change()).endNoticeCommand(outside, name, options)))
}
