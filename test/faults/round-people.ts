import type { Role, RoundModel, Unit } from './round-state.ts'
import type { By } from './round-steps.ts'

type Acting = { unit: Unit; by: By }

/** Who of the federation it is that acts for a unit's answer; the model holds whose it is now. */
export function personOf(
  model: RoundModel,
  { unit, by }: Acting,
  owner = model.answers[unit]?.owner ?? unit,
): string {
  if (by === 'stranger') return 'unit3.head'
  if (by === 'former') return `unit${unit}.head`
  return `unit${owner}.${by}`
}

/** Whether it is theirs to do: they are of the unit whose answer it is, and hold the post today. */
export function isHeldBy(
  model: RoundModel,
  { unit, by }: Acting,
  allowed: Readonly<Record<Role, boolean>>,
  owner = model.answers[unit]?.owner ?? unit,
): boolean {
  if (by === 'stranger') return false
  if (by === 'former') return owner === unit && allowed.head && model.posts[unit].head
  return allowed[by] && model.posts[owner][by]
}
