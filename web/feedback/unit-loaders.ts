import { unitsRoutes as routes } from '../../domain/federation/units.contract.ts'
import { call } from '../call.ts'
import type { Unit } from '../kit/units/UnitTree.tsx'

/** The units directly below one, for the tree in which units are picked. */
export async function childrenOf(above: string | null): Promise<Unit[]> {
  const { units } = await call(routes.branch, { query: above === null ? {} : { above } })
  return units.map(({ unitId, name, children }) => ({
    id: unitId,
    name,
    hasChildren: children > 0,
  }))
}

/** Units by any of their words, nearest first. */
export async function unitsFound(words: string): Promise<Unit[]> {
  const { units } = await call(routes.units, { query: { q: words, state: 'OPEN' } })
  return units.map(({ unitId, name, aboveName }) => ({
    id: unitId,
    name,
    hasChildren: false,
    ...(aboveName && { above: aboveName }),
  }))
}
