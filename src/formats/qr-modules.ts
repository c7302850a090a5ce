import { create } from 'qrcode'

/** A QR code as the dark modules of each row, side by side in one run. `size` counts the modules of an edge. */
export type QrModules = {
  readonly size: number
  readonly runs: readonly { readonly row: number; readonly column: number; readonly length: number }[]
}

/** Error correction M, as the guidelines for payments ask (EPC069-12; BR Code). */
export function qrModules(payload: string): QrModules {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' })
  const runs: { row: number; column: number; length: number }[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const last = runs.at(-1)
      if (last && last.row === row && last.column + last.length === column) last.length++
      else runs.push({ row, column, length: 1 })
    }
  return { size: modules.size, runs }
}
