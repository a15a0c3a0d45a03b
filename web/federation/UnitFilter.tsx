import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { useAnyOf } from './turning.ts'

type Props = { unitId: string | undefined; onChoose: (unitId: string | undefined) => void }

/** The unions directly below the federation, and whichever unit one came from. */
export function UnitFilter({ unitId, onChoose }: Props) {
  const t = useText()
  const any = useAnyOf()
  const choices = useUnionsBelow()
  const isOther = unitId !== undefined && !choices.some(({ value }) => value === unitId)
  const other = useReading(
    routes.unit,
    { params: { unitId: unitId ?? '' } },
    { enabled: isOther && choices.length > 0 },
  )
  const shown = isOther ? [{ value: unitId, label: other.data?.name ?? '…' }, ...choices] : choices
  return (
    <FilterSelect
      label={t('federation.words.unit')}
      value={unitId ?? ''}
      choices={any(shown)}
      onChoose={(chosen) => onChoose(chosen || undefined)}
    />
  )
}

function useUnionsBelow(): { value: string; label: string }[] {
  const top = useReading(routes.branch, { query: {} }).data?.units[0]
  const { data } = useReading(
    routes.branch,
    { query: { above: top?.unitId } },
    { enabled: top !== undefined },
  )
  return (data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))
}
