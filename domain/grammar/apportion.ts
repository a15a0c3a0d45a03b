/**
 * Divides a whole number by weights so that the shares are whole and their sum is exact: everybody
 * gets the whole part, what is left goes to the largest remainders, ties to the heavier weight and
 * then to the earlier in the list. Run again, it gives the same. Null when nothing can carry it.
 */
export function apportion(total: number, weights: readonly number[]): number[] | null {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (total === 0) return weights.map(() => 0)
  if (total < 0 || !Number.isInteger(total) || sum <= 0) return null
  const shares = weights.map((weight, index) => {
    const exact = (total * weight) / sum
    return { index, weight, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const given = shares.reduce((all, share) => all + share.whole, 0)
  const first = shares
    .toSorted((a, b) => b.rest - a.rest || b.weight - a.weight || a.index - b.index)
    .slice(0, total - given)
  const lucky = new Set(first.map((share) => share.index))
  return shares.map((share) => share.whole + (lucky.has(share.index) ? 1 : 0))
}
