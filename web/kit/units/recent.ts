import { z } from 'zod'
import type { Unit } from './UnitTree.tsx'

const remembered = z.array(z.object({ id: z.string(), name: z.string(), hasChildren: z.boolean() }))
const atMost = 6
const placeOf = (name: string) => `training.recent-units.${name}`

export function recentPicks(name: string): readonly Unit[] {
  const read = remembered.safeParse(JSON.parse(localStorage.getItem(placeOf(name)) ?? '[]'))
  return read.success ? read.data : []
}

export function rememberPicks(name: string, picked: readonly Unit[]): void {
  const all = [...picked, ...recentPicks(name)]
  const distinct = [...new Map(all.map((unit) => [unit.id, unit])).values()]
  localStorage.setItem(
    placeOf(name),
    JSON.stringify(
      distinct.slice(0, atMost).map(({ id, name: unitName, hasChildren }) => ({
        id,
        name: unitName,
        hasChildren,
      })),
    ),
  )
}
