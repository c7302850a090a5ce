import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { AppManifestUtils, ManifestUtil } from '@microsoft/app-manifest'
import { zipSync } from 'fflate'

/** What the package consists of; Teams refuses files that the manifest does not name. */
const manifestFile = 'manifest.json'
const languageFiles = ['pt.json', 'pt-br.json', 'es.json']
const iconFiles = { 'color.png': 192, 'outline.png': 32 }

export type AppPackage = {
  readonly zip: Uint8Array
  readonly faults: readonly string[]
  /** Variables that the files name and that have no value. What the schema says of their places counts for nothing. */
  readonly missing: readonly string[]
}

/** Reads `NAME=value` lines as the Microsoft 365 Agents Toolkit writes them; `#` starts a comment line. */
export function readEnv(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => /^([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line) ?? [])
  const values: Record<string, string> = {}
  for (let at = 0; at < lines.length; at += 3) values[lines[at + 1] ?? ''] = lines[at + 2] ?? ''
  return values
}

/** Replaces `${{NAME}}` by its value. Only a name that ends in _SUFFIX may be empty. */
function filled(text: string, env: Readonly<Record<string, string | undefined>>, missing: Set<string>): string {
  return text.replace(/\$\{\{([A-Z0-9_]+)\}\}/g, (_, name: string) => {
    const value = env[name] ?? ''
    if (!value && !name.endsWith('_SUFFIX')) missing.add(name)
    return JSON.stringify(value).slice(1, -1)
  })
}

/** Width and height of a PNG, from its IHDR chunk (PNG specification, 11.2.2). */
function sizeOf(png: Buffer): [number, number] {
  if (png.toString('latin1', 1, 4) !== 'PNG') return [0, 0]
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** Fills in the manifest, checks it and its languages against Microsoft's schemas without a network, and zips it. */
export async function buildAppPackage(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<AppPackage> {
  const missing = new Set<string>()
  const files: Record<string, Uint8Array> = {}
  for (const name of [manifestFile, ...languageFiles]) {
    files[name] = Buffer.from(filled(readFileSync(join(folder, name), 'utf8'), env, missing))
  }
  const faults = new Set([...missing].map((name) => `${name} is empty: set it in the env file or in the environment`))
  const parsed = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString())
  const manifest = parsed(manifestFile)
  for (const fault of await AppManifestUtils.validateAgainstSchema(manifest)) faults.add(`${manifestFile}: ${fault}`)
  const schemas = `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}`
  const schemaPath = createRequire(import.meta.url).resolve(`${schemas}/MicrosoftTeams.Localization.schema.json`)
  // Two of its patterns hold a bare `]`, which a regular expression with the u flag refuses.
  const languageSchema = JSON.parse(readFileSync(schemaPath, 'utf8').replaceAll('\\\\b]', '\\\\b\\\\]'))
  for (const name of languageFiles) {
    for (const fault of await ManifestUtil.validateManifestAgainstSchema(parsed(name), languageSchema))
      faults.add(`${name}: ${fault}`)
  }
  for (const [name, side] of Object.entries(iconFiles)) {
    const png = readFileSync(join(folder, name))
    files[name] = png
    if (sizeOf(png).join() !== `${side},${side}`) faults.add(`${name}: must be a PNG of ${side} x ${side} pixels`)
  }
  // A fixed date makes the same input the same bytes.
  return { zip: zipSync(files, { mtime: '2026-01-01T00:00:00Z' }), faults: [...faults], missing: [...missing] }
}
