// `npm run bench -- NAME [--json] [...]`: one measurement against its reference in one run. Each NAME is a file beside this one
// that exports `run(args)` and prints both figures and, last, `{"name","ours","reference","ratio"}`.
import { readdirSync } from 'node:fs'

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -3))
const [name = '', ...args] = process.argv.slice(2)

if (names.includes(name)) {
  const bench = (await import(`./${name}.ts`)) as { run(args: readonly string[]): Promise<void> }
  await bench.run(args)
} else {
  console.error(`usage: npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`)
  process.exitCode = 2
}
