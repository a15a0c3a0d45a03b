import { writeNumber } from '../../domain/grammar/text.ts'
import { type Basis, type SharedUnit, weighedBy } from '../../domain/revision/share-out.ts'
import type { ShareFacts } from '../../domain/revision/views.contract.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'

type Props = {
  facts: ShareFacts
  basis: Basis
  chosen: ReadonlySet<string>
  turn: (unitId: string) => void
  shares: readonly SharedUnit[]
  weights: number
}
type Row = ShareFacts['units'][number] & { weight: number; share: SharedUnit | null }

/** Unit by unit: what it has, what it would have, and why in words. */
export function NewShares({ facts, basis, chosen, turn, shares, weights }: Props) {
  const t = useText()
  const why = useWhy(facts, basis, weights)
  const byUnit = new Map(shares.map((share) => [share.unitId, share]))
  const weighed = weighedBy(basis, facts.units)
  const rows = facts.units.map((unit, index) => ({
    ...unit,
    weight: weighed[index]?.weight ?? 0,
    share: byUnit.get(unit.unitId) ?? null,
  }))
  return (
    <DataTable<Row>
      label={t('revision.redistribution.shares')}
      rows={rows}
      rowKey={({ unitId }) => unitId}
      columns={[
        col({
          id: 'unit',
          head: t('revision.requestsPart.unit'),
          rowHead: true,
          cell: ({ unitId, unitName, granted }) => (
            <label className="check-row">
              <input
                className="chk"
                type="checkbox"
                checked={granted === null && chosen.has(unitId)}
                disabled={granted !== null}
                onChange={() => turn(unitId)}
              />
              {unitName}
            </label>
          ),
        }),
        col({
          id: 'now',
          head: t('revision.requestsPart.now'),
          right: true,
          cell: ({ value }) => writeNumber(value),
        }),
        col({
          id: 'after',
          head: t('revision.redistribution.after'),
          right: true,
          cell: ({ share }) => share && writeNumber(share.after),
        }),
        col({ id: 'why', head: t('revision.redistribution.why'), cell: why }),
      ]}
    />
  )
}

function useWhy({ countedIn }: ShareFacts, basis: Basis, weights: number) {
  const t = useText()
  return ({ share, weight, limit }: Row) => {
    if (!share) return null
    return t(`revision.redistribution.because.${share.because}`, {
      basis: t(`revision.redistribution.weights.${countedIn}.${basis}`),
      weight: writeNumber(weight),
      weights: writeNumber(weights),
      limit: writeNumber(limit ?? 0),
    })
  }
}
