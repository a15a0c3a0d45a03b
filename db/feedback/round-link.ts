/** Where the units and the department find the round. */
export function linkOf(round: { planYear: number }): string {
  return `/cycles/${round.planYear}/feedback`
}

/** Where a successor finds what a unit said that it has taken over. */
export function takenOverLinkOf(round: { planYear: number }): string {
  return `${linkOf(round)}/taken-over-opinions`
}
