import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'
import { Loading, PageError } from '../States.tsx'

export type Unit = {
  id: string
  name: string
  hasChildren: boolean
  /** Where it stands: 'LĐLĐ thành phố Hà Thanh, Công đoàn phường Bến Trúc'. */
  above?: string
}

export type UnitLoaders = {
  loadChildren: (parentId: string | null) => Promise<readonly Unit[]>
  search: (words: string) => Promise<readonly Unit[]>
}

export type Picking = {
  picked: ReadonlyMap<string, Unit>
  toggle: (unit: Unit, on: boolean) => void
}

type TreeProps = Picking & Pick<UnitLoaders, 'loadChildren'> & { parentId: string | null }

/**
 * The units below one, loaded when they are opened. Plain nested lists with buttons and check
 * boxes: every reader and every keyboard knows them, which is not so for a tree in a combobox.
 */
export function UnitTree({ parentId, loadChildren, picked, toggle }: TreeProps) {
  const reading = useQuery({
    queryKey: ['kit-units', parentId],
    queryFn: () => loadChildren(parentId),
  })
  if (reading.error)
    return <PageError error={reading.error} onRetry={() => void reading.refetch()} />
  if (!reading.data) return <Loading />
  return (
    <ul>
      {reading.data.map((unit) => (
        <Branch key={unit.id} {...{ unit, loadChildren, picked, toggle }} />
      ))}
    </ul>
  )
}

type BranchProps = Omit<TreeProps, 'parentId'> & { unit: Unit }

function Branch({ unit, loadChildren, picked, toggle }: BranchProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const name = unit.name
  return (
    <li>
      <div className={unit.hasChildren ? 'unit' : 'unit leaf'}>
        {unit.hasChildren && (
          <button
            type="button"
            className="open"
            aria-expanded={open}
            aria-label={t(open ? 'shell.units.fold' : 'shell.units.open', { name })}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron-right" />
          </button>
        )}
        <UnitCheck {...{ unit, picked, toggle }} />
      </div>
      {open && <UnitTree parentId={unit.id} {...{ loadChildren, picked, toggle }} />}
    </li>
  )
}

export function UnitCheck({ unit, picked, toggle }: Picking & { unit: Unit }) {
  const id = useId()
  return (
    <>
      <input
        type="checkbox"
        className="chk"
        id={id}
        checked={picked.has(unit.id)}
        onChange={(event) => toggle(unit, event.currentTarget.checked)}
      />
      <label htmlFor={id}>
        {unit.name}
        {unit.above && <span className="small"> {unit.above}</span>}
      </label>
    </>
  )
}
