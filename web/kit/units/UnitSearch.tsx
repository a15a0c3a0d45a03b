import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useText } from '../../text.ts'
import { recentPicks } from './recent.ts'
import { type Picking, type Unit, UnitCheck, type UnitLoaders } from './UnitTree.tsx'

type Props = Picking & Pick<UnitLoaders, 'search'> & { rememberAs: string }

/** Units by any of their words, marks or none; before a word is typed, those picked lately. */
export function UnitSearch({ search, picked, toggle, rememberAs }: Props) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['kit-unit-search', words],
    queryFn: () => search(words),
    enabled: words !== '',
  })
  const recent = recentPicks(rememberAs)
  return (
    <>
      <div className="fld">
        <label htmlFor={id}>{t('shell.units.search')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('shell.units.searchHint')}
        </p>
        <input
          className="inp"
          type="search"
          id={id}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <div role="status">
        {words !== '' && data?.length === 0 && <p>{t('shell.units.nothingFound', { words })}</p>}
      </div>
      {words !== '' && data && data.length > 0 && (
        <Listed title={t('shell.units.results')} units={data} {...{ picked, toggle }} />
      )}
      {words === '' && recent.length > 0 && (
        <Listed title={t('shell.units.recent')} units={recent} {...{ picked, toggle }} />
      )}
    </>
  )
}

function Listed({ title, units, ...picking }: Picking & { title: string; units: readonly Unit[] }) {
  return (
    <div className="units">
      <h3>{title}</h3>
      <ul>
        {units.map((unit) => (
          <li key={unit.id}>
            <div className="unit">
              <UnitCheck unit={unit} {...picking} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
