import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { imports } from '../../src/ledger/import-record.ts'
import { columns } from '../../src/partner-center/columns.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { faultOf, fileOf, otherTenant } from './example-file.ts'
import { blobOf, chargesOf, folderWith, importAll, jsonLinesOf, lines, manifestOf, whole } from './export-files.ts'

describe('an export is refused, and nothing is changed, for', () => {
  const page = '<!DOCTYPE html>\n<html><body>AuthenticationFailed</body></html>'
  const one = (blob: string | Buffer, over = {}) => ({ 'manifest.json': manifestOf(['p.gz'], over), 'p.gz': blob })
  const refused: readonly (readonly [string, Readonly<Record<string, string | Buffer | object>>, object, RegExp])[] = [
    [
      'a file that is missing',
      { ...whole, 'manifest.json': manifestOf(['part-0.json.gz', 'part-2.json.gz']) },
      { file: 'part-2.json.gz' },
      /missing/,
    ],
    ['a name longer than a file can have', one('', { blobs: [{ name: 'p'.repeat(300) }] }), {}, /missing/],
    ['a name with a zero byte', one('', { blobs: [{ name: 'p\0.gz' }] }), {}, /missing/],
    [
      'a second file that no manifest names',
      { ...whole, 'part-2.json.gz': blobOf(lines.slice(2)) },
      { file: 'part-2.json.gz' },
      /no manifest names/,
    ],
    [
      'two files without a manifest',
      { 'a.gz': blobOf(lines.slice(0, 2)), 'b.gz': blobOf(lines.slice(2)) },
      { file: 'a.gz' },
      /no manifest names/,
    ],
    ['an empty file', one(''), { file: 'p.gz' }, /empty/],
    ['a web page instead of a file', one(page), { file: 'p.gz', line: 1 }, /web page.*expired/],
    [
      'a web page instead of the second file',
      { ...whole, 'part-1.json.gz': page },
      { file: 'part-1.json.gz', line: 1 },
      /web page/,
    ],
    [
      'a file that is cut off',
      one(gzipSync(lines.join('\n')).subarray(0, -20)),
      { file: 'p.gz' },
      /cut off or damaged/,
    ],
    [
      'a line that is cut off',
      { ...whole, 'part-1.json.gz': blobOf([lines[2]!, lines[0]!.slice(0, -40)]) },
      { file: 'part-1.json.gz', line: 2 },
      /no record/,
    ],
    [
      'a count that is not the number of files',
      one(blobOf(lines), { blobCount: 2 }),
      { file: 'manifest.json', column: 'blobCount', value: '2' },
      /speaks of 2 files and names 1/,
    ],
    [
      'a name twice',
      { 'manifest.json': manifestOf(['p.gz', 'p.gz']), 'p.gz': blobOf(lines) },
      { column: 'blobs', value: 'p.gz' },
      /twice/,
    ],
    [
      'a name that leads out of the folder',
      { 'manifest.json': manifestOf(['../p.gz']) },
      { file: '../p.gz' },
      /leads out/,
    ],
    ['an absolute name', { 'manifest.json': manifestOf(['/etc/hostname']) }, { file: '/etc/hostname' }, /leads out/],
    [
      'a format that nobody knows',
      one(blobOf(lines), { dataFormat: 'parquet' }),
      { column: 'dataFormat' },
      /not one that Saldo knows/,
    ],
    [
      'another account’s rows',
      one(blobOf(lines), { partnerTenantId: otherTenant }),
      { file: 'p.gz', line: 1, column: 'PartnerId' },
      /another export/,
    ],
    [
      'two manifests that name the same file',
      { ...whole, 'old.json': manifestOf(['part-0.json.gz'], { eTag: 'older' }) },
      {},
      /another export/,
    ],
    [
      'a bad amount in the second file',
      { ...whole, 'part-1.json.gz': blobOf(jsonLinesOf(fileOf([{}, { Total: '100.81' }]))) },
      { file: 'part-1.json.gz', line: 2, column: 'Total' },
      /Subtotal/,
    ],
    [
      'an attribute that no line has',
      one(blobOf(jsonLinesOf(fileOf([{}], { headers: columns.filter((name) => name !== 'SubscriptionId') })))),
      { column: 'SubscriptionId' },
      /no line of the export/,
    ],
    ['files without a line', one(gzipSync('')), { file: 'manifest.json' }, /no charges/],
    [
      'a manifest that is cut off',
      { 'manifest.json': JSON.stringify(manifestOf(['p.gz'])).slice(0, -3) },
      { file: 'manifest.json' },
      /cut off/,
    ],
    ['something else than charges', one(blobOf(['{"a":1}'])), { file: 'p.gz' }, /neither/],
  ]
  test.each(refused)('%s', async (_, content, place, problem) => {
    const documents = await openLedger()
    const fault = await faultOf(importAll(documents, folderWith(content)))
    expect(fault).toMatchObject(place)
    expect(fault.problem).toMatch(problem)
    expect(JSON.stringify(fault)).not.toContain('VERYSECRET')
    expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
    expect(await chargesOf(documents)).toEqual([])
  })

  test('a web page that was saved under a blob’s name', async () => {
    const folder = folderWith({ 'part-0.json.gz': page })
    const fault = await faultOf(importAll(await openLedger(), join(folder, 'part-0.json.gz')))
    expect(fault.problem).toMatch(/web page/)
  })
})
