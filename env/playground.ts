// `npm run playground [-- --as MAIL]`: Microsoft's Agents Playground against the running bot (`npm start` in another terminal). It is
// fetched by npx and never part of Saldo. MAIL is one of `saldo people`; the first billing contact when left out.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { z } from 'zod'
import { playgroundConfig, playgroundPeopleSchema } from './playground-config.ts'

const playground = '@microsoft/m365agentsplayground@0.2.28'
const port = z.coerce.number().default(3978).parse(process.env.PORT)
const bot = `http://localhost:${port}`
const { values } = parseArgs({ options: { as: { type: 'string' } } })

async function readPeople(): Promise<unknown> {
  try {
    return await (await fetch(`${bot}/page/people`)).json()
  } catch (cause) {
    throw new Error(`nothing answers at ${bot}: start the bot in local mode first (npm start), or set PORT`, { cause })
  }
}

try {
  const { people } = playgroundPeopleSchema.parse(await readPeople())
  writeFileSync(join(import.meta.dirname, '.m365agentsplayground.yml'), stringify(playgroundConfig(people, values.as)))
  const args = [
    '-y',
    playground,
    'start',
    '--app-endpoint',
    `${bot}/api/messages`,
    '--channel-id',
    'msteams',
    '--disable-telemetry',
  ]
  // It reads its config from the folder it is started in.
  const child = spawn('npx', args, { cwd: import.meta.dirname, stdio: 'inherit' })
  process.once('SIGTERM', () => child.kill())
  child.on('error', (error) => {
    console.error(`npx could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 0
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
