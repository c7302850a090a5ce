/**
 * The mean of the F1 of every label that is wanted somewhere, each label counting alike however often it is wanted. Pairs are
 * wanted and heard. NaN without pairs.
 */
export function macroF1(pairs: readonly (readonly [wanted: string, heard: string])[]): number {
  const tally = new Map<string, { wanted: number; heard: number; right: number }>()
  const of = (label: string) => {
    const known = tally.get(label) ?? { wanted: 0, heard: 0, right: 0 }
    tally.set(label, known)
    return known
  }
  for (const [wanted, heard] of pairs) {
    of(wanted).wanted++
    of(heard).heard++
    if (wanted === heard) of(wanted).right++
  }
  const wanted = [...tally.values()].filter((one) => one.wanted > 0)
  return wanted.reduce((sum, one) => sum + (2 * one.right) / (one.wanted + one.heard), 0) / wanted.length
}
