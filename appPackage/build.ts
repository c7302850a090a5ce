// `npm run package [-- --env NAME]`: fills in the manifest from env/.env.NAME (default: local) and the environment, checks it
// and writes build/saldo-NAME.zip for upload to Teams.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAppPackage, readEnv } from './app-package.ts'

const { values } = parseArgs({ options: { env: { type: 'string', default: 'local' } } })
const root = join(import.meta.dirname, '..')
const env = { ...readEnv(readFileSync(join(root, 'env', `.env.${values.env}`), 'utf8')), ...process.env }
const { zip, faults, missing } = await buildAppPackage(import.meta.dirname, env)

if (missing.length > 0) {
  console.error(`no package was written: env/.env.${values.env} leaves empty ${missing.join(', ')}`)
  console.error('fill them in there, or set them in the environment')
  process.exitCode = 1
} else if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`no package was written: mend env/.env.${values.env} or appPackage/`)
  process.exitCode = 1
} else {
  mkdirSync(join(root, 'build'), { recursive: true })
  const path = join(root, 'build', `saldo-${values.env}.zip`)
  writeFileSync(path, zip)
  console.log(`${path}: ${zip.length} bytes, accepted by Microsoft's manifest schema`)
}
