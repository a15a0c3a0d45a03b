import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { BranchView } from '../../domain/federation/units.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Icon } from '../kit/Icon.tsx'
import { Shown } from '../kit/States.tsx'
import { addressOf } from '../address.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { dayWords, wordOf } from './words.ts'

type Of = { on: string | undefined }

/** The tree as it stood on a day. Plain nested lists; a branch is fetched when it is opened. */
export function UnitBranches({ on }: Of) {
  const t = useText()
  const top = useReading(routes.branch, { query: { on } })
  return (
    <section aria-label={t('federation.units.tree')} className={look.tree}>
      {on && <p className="small">{t('federation.units.asOfNote', { day: dayWords(on) })}</p>}
      <Shown reading={top}>
        {({ units }) => (
          <ul>
            {units.map((unit) => (
              <Branch key={unit.unitId} unit={unit} on={on} startsOpen />
            ))}
          </ul>
        )}
      </Shown>
      <div className="pg">
        <span />
        <a className="btn text" href={addressOf('/units/export.xlsx', {}, { on })} download>
          <Icon name="download" />
          {t('shell.table.excel')}
        </a>
      </div>
    </section>
  )
}

function Branch({ unit, on, startsOpen = false }: Of & { unit: BranchView; startsOpen?: boolean }) {
  const t = useText()
  const [open, setOpen] = useState(startsOpen)
  const { name } = unit
  return (
    <li>
      <div className={look.row}>
        {unit.children > 0 && (
          <button
            type="button"
            className={look.fold}
            aria-expanded={open}
            aria-label={t(open ? 'federation.units.hideBranch' : 'federation.units.showBranch', {
              name,
            })}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron-right" />
          </button>
        )}
        <span className={look.named}>
          <Link to="/units/$id" params={{ id: unit.unitId }}>
            {name}
          </Link>{' '}
          <span className="small">{wordOf('kinds', unit.kind)}</span>
        </span>
        <span className={look.count}>
          {unit.children > 0 &&
            t('federation.units.number', { number: writeNumber(unit.children) })}
        </span>
      </div>
      {open && unit.children > 0 && <Below above={unit.unitId} on={on} />}
    </li>
  )
}

function Below({ above, on }: Of & { above: string }) {
  const reading = useReading(routes.branch, { query: { above, on } })
  return (
    <Shown reading={reading}>
      {({ units }) => (
        <ul>
          {units.map((unit) => (
            <Branch key={unit.unitId} unit={unit} on={on} />
          ))}
        </ul>
      )}
    </Shown>
  )
}
