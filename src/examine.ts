import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Finding } from './cli/outside.ts'
import type { Config, ConfigReading } from './config.ts'
import { examineAppPackage } from './examine-app-package.ts'
import { examineModel } from './examine-model.ts'
import { isPortFree } from './is-port-free.ts'
import { BotSettingsRefused, botSettings } from './teams/bot-settings.ts'

const oldestNode = 24

/** Looks at whatever Saldo needs to run, except the data itself. `serving`: the process that looks is the service. */
export async function examine(reading: ConfigReading, { serving }: { readonly serving: boolean }): Promise<Finding[]> {
  const findings = [examineNode()]
  if (reading.kind === 'refused') {
    const faults = reading.faults.map(({ variable, problem, remedy }) => must(variable, `${problem}. ${remedy}`))
    return [...findings, ...faults, await examineAppPackage(undefined)]
  }
  const { config } = reading
  findings.push(good('configuration', 'every variable can be used'), examineBot(config))
  findings.push(await examineStore(config), await examinePort(config, serving), await examineAppPackage(config))
  findings.push(await examineModel(config.model))
  return findings
}

const good = (about: string, says: string): Finding => ({ about, verdict: 'good', says })
const should = (about: string, says: string): Finding => ({ about, verdict: 'should', says })
const must = (about: string, says: string): Finding => ({ about, verdict: 'must', says })

function examineNode(): Finding {
  const { node } = process.versions
  if (Number.parseInt(node, 10) >= oldestNode) return good('Node.js', node)
  return must('Node.js', `${node} is too old: use ${oldestNode} or later (npm ci brings one: npx saldo, npm start)`)
}

function examineBot(config: Config): Finding {
  if (!config.bot.MicrosoftAppId) {
    return should(
      'bot',
      'no registration is set (MicrosoftAppId), so only `saldo start --local` can start: the README says how to register one',
    )
  }
  try {
    botSettings(config.bot, { local: false })
    return good('bot', 'its settings are complete; whether Microsoft accepts them shows with the first message')
  } catch (error) {
    if (!(error instanceof BotSettingsRefused)) throw error
    return must('bot', error.message)
  }
}

async function examineStore({ databaseUrl, data }: Config): Promise<Finding> {
  if (databaseUrl !== undefined) return good('store', 'PostgreSQL, as DATABASE_URL says')
  const folder = resolve(data)
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () =>
      access(dirname(folder), constants.W_OK).then(
        () => true,
        () => false,
      ),
  )
  return writable
    ? good('store', `the folder ${folder}`)
    : must('store', `${folder} cannot be written: change its owner, or set SALDO_DATA`)
}

async function examinePort({ port }: Config, serving: boolean): Promise<Finding> {
  if (serving || (await isPortFree(port))) return good('port', String(port))
  return must('port', `${port} is taken by another program: stop it, or set PORT`)
}
