import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { importTable } from './import-table.ts'

const inner = [...Object.keys(importTable).filter((room) => room !== 'store'), 'documents']
const doors = ['teams', 'api', 'web', 'jobs', 'cli']
const pure = ['values', 'ledger', 'access', 'delivery', 'collections', 'support', 'language', 'answers', 'conversation']
const impure =
  /^(node:)?(fs|fs\/promises|net|http|https|child_process|process|os|worker_threads|dgram|tls|dns|readline)$/

const root = join(import.meta.dirname, '..')

/** The room a file belongs to: its folder, `documents` for the shared port, `wiring` for the files directly in src/. */
function roomOf(file: string): string {
  const path = file.replace(/^src\//, '')
  if (path === 'store/documents.ts') return 'documents'
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'wiring'
}

function faultOf(from: string, to: string): string | undefined {
  const [a, b] = [roomOf(from), roomOf(to)]
  if (a === b || a === 'wiring') return undefined
  const allowed = doors.includes(a) ? inner : (importTable[a] ?? (a === 'documents' ? ['values'] : undefined))
  if (!allowed) return `${from}: the folder ${a} is no room of the table`
  return allowed.includes(b) ? undefined : `${from} may not import ${to}`
}

async function look(base: string): Promise<{ files: string[]; imports: number; faults: string[] }> {
  const result = await cruise(['src'], {
    baseDir: base,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })
  const { modules } = result.output as ICruiseResult
  // The page's scripts run in the browser: they are nobody's room to import.
  const ours = modules.filter((module) => module.source.startsWith('src/') && module.source.endsWith('.ts'))
  const faults: string[] = []
  let imports = 0
  for (const module of ours) {
    for (const dependency of module.dependencies) {
      const target = dependency.resolved
      imports += 1
      if (target.startsWith('src/'))
        faults.push(...[faultOf(module.source, target)].filter((fault) => fault !== undefined))
      else if (pure.includes(roomOf(module.source)) && impure.test(dependency.module)) {
        faults.push(`${module.source} is pure and may not import ${dependency.module}`)
      }
    }
  }
  return { files: ours.map((module) => module.source), imports, faults }
}

test('every room imports only what the table allows, and every file was seen', async () => {
  const seen = await look(root)
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`)
  expect([...seen.files].sort()).toEqual([...files].sort())
  expect(seen.files.length).toBeGreaterThan(50)
  expect(seen.imports).toBeGreaterThan(seen.files.length)
  expect(seen.faults).toEqual([])
})

test('a planted wrong import is found', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'saldo-architecture-'))
  try {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true, filter: (path) => !path.includes('utterances') })
    writeFileSync(
      join(copy, 'src/values/planted.ts'),
      "import { readFileSync } from 'node:fs'\nimport '../ledger/invoice.ts'\nexport const planted = readFileSync\n",
    )
    const { faults } = await look(copy)
    expect(faults).toEqual([
      'src/values/planted.ts may not import src/ledger/invoice.ts',
      'src/values/planted.ts is pure and may not import fs',
    ])
  } finally {
    rmSync(copy, { recursive: true })
  }
})
