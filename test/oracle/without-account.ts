import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes everything of one Partner Center account's customers out of a sample folder, as if they had never been. */
export function withoutAccount(folder: string, partner: string): void {
  const keep = (name: string, stays: (line: string) => boolean) => {
    const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
    writeFileSync(join(folder, name), `${[head, ...lines.filter(stays)].join('\n')}\n`)
  }
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.csv') && name !== 'people.csv') keep(name, (line) => !line.startsWith(partner))
    if (name === 'people.csv') keep(name, (line) => !line.includes(partner))
    const charges = /^(reconciliation|usage)-.*\.csv$/.test(name)
    if (charges && readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length === 1)
      rmSync(join(folder, name))
  }
}
