import { useCallback } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { PageHead } from '../kit/Page.tsx'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AddUnit } from './AddUnit.tsx'
import look from './federation.module.css'
import { OnDay } from './OnDay.tsx'
import { useAnyOf } from './turning.ts'
import { UnitBranches } from './UnitBranches.tsx'
import { UnitList } from './UnitList.tsx'
import { useUnitsAddress } from './units-address.ts'
import { choicesOf } from './words.ts'

/** The tree as of a day; as soon as something is asked for, the list of what answers it. */
export function UnitsPage() {
  const t = useText()
  const { asked, isNarrowed, narrow, clear } = useUnitsAddress()
  const searchFor = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  const top = useReading(routes.units, { query: { level: 'PROVINCIAL' } })
  return (
    <>
      <PageHead
        working
        title={t('federation.units.title')}
        deeds={top.data?.mayAdd && <AddUnit />}
      />
      <div className={look.officials}>
        <FilterRow active={isNarrowed} onClear={clear}>
          <FilterSearch
            label={t('federation.units.search')}
            value={asked.q ?? ''}
            onChange={searchFor}
          />
          <Choices />
          <OnDay key={asked.on ?? ''} value={asked.on} onChoose={(on) => narrow({ on })} />
        </FilterRow>
      </div>
      {isNarrowed ? <UnitList /> : <UnitBranches on={asked.on} />}
    </>
  )
}

function Choices() {
  const t = useText()
  const any = useAnyOf()
  const { asked, narrow } = useUnitsAddress()
  const filters = [
    ['kind', t('federation.words.kind'), choicesOf('kinds', UNIT_KINDS)],
    ['level', t('federation.words.level'), choicesOf('levels', LEVELS)],
    ['ownership', t('federation.words.ownership'), choicesOf('ownerships', OWNERSHIPS)],
    [
      'state',
      t('federation.units.state'),
      [
        { value: 'OPEN', label: t('federation.units.open') },
        { value: 'CLOSED', label: t('federation.units.closed') },
      ],
    ],
  ] as const
  return filters.map(([name, label, choices]) => (
    <FilterSelect
      key={name}
      label={label}
      value={asked[name] ?? ''}
      choices={any(choices)}
      onChoose={(chosen) => narrow({ [name]: chosen || undefined })}
    />
  ))
}
