import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { declaredCollections } from '../src/declared-collections.ts'

const root = join(import.meta.dirname, '../src')

test('a store is opened with every collection that a room declares', async () => {
  const declared: string[] = []
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(/^export const (\w+): Collection</gm)) {
      const module = await import(join(root, file))
      declared.push(module[name].name)
    }
  }
  expect(declared.length).toBeGreaterThan(10)
  expect(declaredCollections.map(({ name }) => name).sort()).toEqual(declared.sort())
})
