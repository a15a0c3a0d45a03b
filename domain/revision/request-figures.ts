import type { RequestRow, SharedTarget } from './views.contract.ts'

type Asked = Pick<
  RequestRow,
  'id' | 'unitId' | 'unitName' | 'targetCode' | 'assigned' | 'requested'
>

export type RequestFigures = {
  units: (Omit<Asked, 'targetCode'> & { difference: number })[]
  /** What stands assigned to the units that asked for nothing. */
  others: number
  assigned: number
  /** What the sum would be if every unit got what it asks for. */
  requested: number
  headline: number
  /** Below nought: so much the headline would be missed by. */
  beyond: number
}

/**
 * One target as the units were consulted on it, against what they ask for. Who was asked twice counts
 * with what it said last, and the requests come in that order.
 */
export function requestFigures(
  target: Pick<SharedTarget, 'code' | 'headline' | 'shares'>,
  requests: readonly Asked[],
): RequestFigures {
  const here = requests.filter(({ targetCode }) => targetCode === target.code)
  const units = [...new Map(here.map((request) => [request.unitId, request])).values()].map(
    ({ id, unitName, unitId, assigned, requested }) => ({
      id,
      unitId,
      unitName,
      assigned,
      requested,
      difference: requested - assigned,
    }),
  )
  const asking = new Set(units.map(({ unitId }) => unitId))
  const others = target.shares
    .filter(({ unitId }) => !asking.has(unitId))
    .reduce((sum, { consulted, value }) => sum + (consulted ?? value), 0)
  const requested = units.reduce((sum, unit) => sum + unit.requested, others)
  return {
    units,
    others,
    assigned: units.reduce((sum, unit) => sum + unit.assigned, others),
    requested,
    headline: target.headline,
    beyond: requested - target.headline,
  }
}
