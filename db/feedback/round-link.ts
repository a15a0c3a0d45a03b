/** Where the units and the department find the round. */
export function linkOf(round: { planYear: number }): string {
  return `/cycles/${round.planYear}/feedback`
}
