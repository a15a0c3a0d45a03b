import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../text.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { rememberPicks } from './recent.ts'
import { type Unit, type UnitLoaders, UnitTree } from './UnitTree.tsx'
import { UnitSearch } from './UnitSearch.tsx'

type Props = UnitLoaders & {
  label: string
  value: readonly Unit[]
  onPick: (units: readonly Unit[]) => void
  /** Under this name the last picks are remembered on this machine. */
  rememberAs: string
}

/** Units out of the tree: a button opens a drawer with a search, the last picks and the tree. */
export function OrgPicker({ label, value, onPick, loadChildren, search, rememberAs }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState(new Map<string, Unit>())

  function show(): void {
    setPicked(new Map(value.map((unit) => [unit.id, unit])))
    setOpen(true)
  }
  function toggle(unit: Unit, on: boolean): void {
    const next = new Map(picked)
    if (on) next.set(unit.id, unit)
    else next.delete(unit.id)
    setPicked(next)
  }
  function apply(): void {
    const units = [...picked.values()]
    rememberPicks(rememberAs, units)
    onPick(units)
    setOpen(false)
  }

  return (
    <div className="fld">
      <p className="lab">{label}</p>
      <Picked units={value} onRemove={(unit) => onPick(value.filter(({ id }) => id !== unit.id))} />
      <Button icon="building-community" onClick={show}>
        {t('shell.units.choose')}
      </Button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        title={label}
        position="right"
        size="30rem"
        closeButtonProps={{ 'aria-label': t('shell.close') }}
        transitionProps={{ duration: 0 }}
      >
        <UnitSearch {...{ search, picked, toggle, rememberAs }} />
        <h3>{t('shell.units.tree')}</h3>
        <div className="units">
          <UnitTree parentId={null} {...{ loadChildren, picked, toggle }} />
        </div>
        <p role="status">{t('shell.units.chosen', { number: picked.size })}</p>
        <div className="row">
          <Button kind="primary" onClick={apply}>
            {t('shell.units.apply')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('shell.cancel')}</Button>
        </div>
      </Drawer>
    </div>
  )
}

type PickedProps = { units: readonly Unit[]; onRemove: (unit: Unit) => void }

function Picked({ units, onRemove }: PickedProps) {
  const t = useText()
  if (units.length === 0) return null
  return (
    <ul className="picked">
      {units.map((unit) => (
        <li key={unit.id}>
          {unit.name}{' '}
          <button
            type="button"
            className="btn text"
            aria-label={t('shell.units.remove', { name: unit.name })}
            onClick={() => onRemove(unit)}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
    </ul>
  )
}
