// A bare csv-parse pass over a file: every row is parsed and thrown away. Prints the seconds it took and its peak memory.
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { printPass } from './print-pass.ts'

const started = performance.now()
let rows = 0
for await (const _row of createReadStream(process.argv[2] as string).pipe(parse({ bom: true }))) rows++
printPass(rows - 1, started)
