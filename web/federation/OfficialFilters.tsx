import { useState } from 'react'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { LEVELS } from '../../domain/federation/unit-kind.ts'
import { Button } from '../kit/Button.tsx'
import { FilterSelect } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import look from './federation.module.css'
import type { By, useOfficialsAddress } from './officials-address.ts'
import { useAnyOf } from './turning.ts'
import { UnitFilter } from './UnitFilter.tsx'
import { choicesOf } from './words.ts'

type Props = {
  asked: ReturnType<typeof useOfficialsAddress>['asked']
  narrow: (by: By) => void
}

/** On a phone they stay folded until they are asked for. */
export function OfficialFilters(props: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        className={look.unfold}
        icon="adjustments-horizontal"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('federation.words.filters')}
      </Button>
      <div className={open ? look.more : `${look.more} ${look.folded}`}>
        <Choices {...props} />
      </div>
    </>
  )
}

function Choices({ asked, narrow }: Props) {
  const t = useText()
  const any = useAnyOf()
  const filters = [
    ['position', t('federation.words.position'), any(choicesOf('positions', POSITIONS))],
    ['employment', t('federation.words.employment'), any(choicesOf('employments', EMPLOYMENTS))],
    ['level', t('federation.words.level'), any(choicesOf('levels', LEVELS))],
    ['sex', t('federation.words.sex'), any(choicesOf('sexes', ['F', 'M']))],
    [
      'newInTerm',
      t('federation.officials.newInTerm'),
      any([
        { value: 'yes', label: t('federation.words.yes') },
        { value: 'no', label: t('federation.words.no') },
      ]),
    ],
    [
      'sort',
      t('federation.officials.sort'),
      [
        { value: '', label: t('federation.officials.sortName') },
        { value: 'unit', label: t('federation.officials.sortUnit') },
      ],
    ],
  ] as const
  return (
    <>
      <UnitFilter unitId={asked.unitId} onChoose={(unitId) => narrow({ unitId })} />
      {filters.map(([name, label, choices]) => (
        <FilterSelect
          key={name}
          label={label}
          value={asked[name] ?? ''}
          choices={choices}
          onChoose={(chosen) => narrow({ [name]: chosen || undefined })}
        />
      ))}
    </>
  )
}
