import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { abilities, roleTable } from '../src/access/may.ts'
import { importTable } from './import-table.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('every file that the README names is there', () => {
  const paths = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !path.startsWith('http'))
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test("the README's role table is the one that the code goes by", () => {
  for (const [role, may] of Object.entries(roleTable)) {
    expect(readme).toContain(`| ${role} | ${may.map((ability) => abilities[ability]).join('; ')} |`)
  }
})

test("the README's import table is the one that is tested", () => {
  for (const [room, may] of Object.entries(importTable)) {
    const named =
      may.map((name) => (name === 'documents' ? 'store/documents.ts' : name)).join(', ') || 'nothing of ours'
    expect(readme).toContain(`| ${room} | ${named} |`)
  }
})

test('every npm script and environment variable that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/`npm run ([a-z:]+)/g)].map((match) => match[1] ?? '')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
  const config = ['config', 'model-config'].map((name) => readFileSync(join(root, `src/${name}.ts`), 'utf8')).join('')
  const variables = [...readme.matchAll(/^\| `([A-Z][A-Za-z_]+)`/gm)].map((match) => match[1] ?? '')
  expect(variables.length).toBeGreaterThan(8)
  expect(variables.filter((name) => !config.includes(name))).toEqual([])
})
