import { access, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Finding } from './cli/outside.ts'
import type { Config } from './config.ts'

const about = 'app package'
const folder = fileURLToPath(new URL('../appPackage', import.meta.url))

/** Checks the Teams app package against Microsoft's schema, where its sources and what checks them are installed. */
export async function examineAppPackage(config: Config | undefined): Promise<Finding> {
  const builder = await checker()
  if (!builder)
    return { about, verdict: 'should', says: 'not looked at: what checks it is installed in a checkout only' }
  const example = await readFile(new URL('../env/.env.local', import.meta.url), 'utf8').catch(() => '')
  const id = config?.bot.MicrosoftAppId
  const { faults, missing } = await builder.buildAppPackage(folder, {
    ...builder.readEnv(example),
    ...(id && { BOT_ID: id }),
  })
  // A placeholder that nobody has filled in yet is against the schema as well, so the schema counts only once all are.
  if (missing.length > 0)
    return { about, verdict: 'should', says: `still to be filled in for Teams: ${missing.join(', ')} (env/.env.dev)` }
  if (faults.length > 0) return { about, verdict: 'must', says: faults.join('; ') }
  return { about, verdict: 'good', says: "accepted by Microsoft's manifest schema; `npm run package` builds it" }
}

async function checker(): Promise<typeof import('../appPackage/app-package.ts') | undefined> {
  try {
    await access(folder)
    return await import('../appPackage/app-package.ts')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
