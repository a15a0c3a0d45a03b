import { useId, useState } from 'react'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'

type Props = { view: ConsolidationView; comment: OpinionRow; deciding: Deciding }
type Head = Pick<OpinionRow, 'id' | 'number'>

/** The comment that answers for this one: of the same place, or by its words from anywhere. */
export function HeadChoice({ view, comment, deciding: { choice, change } }: Props) {
  const t = useText()
  const id = useId()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<Head | null>(comment.head)
  const { round, placeKind: kind, placeCode: code } = comment
  const { data } = useReading(
    routes.opinions,
    {
      params: { planId: view.plan.id },
      query: q === '' ? { place: writePlaceKey({ round, kind, code }) } : { q },
    },
    { keepsPage: true },
  )
  const heads = (data?.opinions ?? []).filter(
    (other) => other.id !== comment.id && other.disposition?.disposition !== 'MERGED',
  )
  const isListed = heads.some((head) => head.id === choice.mergedInto)
  function choose(headId: string): void {
    setChosen(heads.find((head) => head.id === headId) ?? chosen)
    change({ mergedInto: headId || null })
  }
  return (
    <>
      <FilterSearch label={t('revision.row.findHead')} value={q} onChange={setQ} />
      <div className="fld">
        <label htmlFor={id}>{t('revision.row.mergedInto')}</label>
        <select
          className="inp"
          id={id}
          value={choice.mergedInto ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('revision.row.otherPlaceholder')}</option>
          {chosen && chosen.id === choice.mergedInto && !isListed && (
            <option value={chosen.id}>{chosen.number}</option>
          )}
          {heads.map((head) => (
            <option key={head.id} value={head.id}>
              {head.number}, {head.unitName}: {head.text.slice(0, 60)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
