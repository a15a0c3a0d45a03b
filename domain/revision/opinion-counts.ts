import { DISPOSITION_KINDS, type DispositionKind } from './disposition.ts'

/** Opinions that are alike in what is counted. */
export type OpinionCell = {
  kind: string
  disposition: DispositionKind | null
  isDisposed: boolean
  count: number
}

export type OpinionCounts = {
  total: number
  /** Whose units would still be told nothing. */
  open: number
  /** Of these, those about which nobody has said anything yet. */
  undecided: number
  byDisposition: Record<string, number>
  byKind: Record<string, number>
}

/** Counted twice over, by what became of them and by what they are: each way adds up to the whole. */
export function opinionCounts(cells: readonly OpinionCell[]): OpinionCounts {
  const counts = { total: 0, open: 0, undecided: 0 }
  // each kind is told, the one that nothing got as well
  const byDisposition: Record<string, number> = Object.fromEntries(
    DISPOSITION_KINDS.map((kind) => [kind, 0]),
  )
  const byKind: Record<string, number> = {}
  for (const { kind, disposition, isDisposed, count } of cells) {
    counts.total += count
    if (!isDisposed) counts.open += count
    if (disposition) byDisposition[disposition] = (byDisposition[disposition] ?? 0) + count
    else counts.undecided += count
    byKind[kind] = (byKind[kind] ?? 0) + count
  }
  return { ...counts, byDisposition, byKind }
}
