import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Controller } from 'react-hook-form'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { call } from '../call.ts'
import { Button } from '../kit/Button.tsx'
import { FieldFrame, type FieldProps } from '../kit/form/FieldFrame.tsx'
import { useField } from '../kit/form/scope.ts'
import { useText } from '../text.ts'
import { wordOf } from './words.ts'

export type Found = { id: string; name: string; note: string }
type Search = (words: string) => Promise<readonly Found[]>
type Props = FieldProps & { search: Search; chosen?: Found | undefined }

const shown = 8

/** One of very many: a few letters, marks or none, then a press on the right one. */
function PickOne({ name, search, chosen, ...frame }: Props) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  const [picked, setPicked] = useState<Found | undefined>(chosen)
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <Controller
        name={name}
        control={form.control}
        render={({ field }) =>
          picked && field.value === picked.id ? (
            <Picked
              id={id}
              found={picked}
              onChange={() => {
                setPicked(undefined)
                field.onChange('')
              }}
            />
          ) : (
            <Looking
              {...{ id, search, aria }}
              inputRef={field.ref}
              onPick={(found) => {
                setPicked(found)
                field.onChange(found.id)
              }}
            />
          )
        }
      />
    </FieldFrame>
  )
}

function Picked({ id, found, onChange }: { id: string; found: Found; onChange: () => void }) {
  const t = useText()
  return (
    <p className="row">
      <span>
        <b>{found.name}</b> <span className="small">{found.note}</span>
      </span>
      <Button id={id} kind="text" onClick={onChange}>
        {t('shell.change')}
      </Button>
    </p>
  )
}

type LookingProps = {
  id: string
  search: Search
  aria: Record<string, unknown>
  inputRef: (element: HTMLInputElement | null) => void
  onPick: (found: Found) => void
}

function Looking({ id, search, aria, inputRef, onPick }: LookingProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['pick-one', search.name, words],
    queryFn: () => search(words),
    enabled: words.length > 1,
  })
  return (
    <>
      <input
        className="inp"
        id={id}
        ref={inputRef}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        {...aria}
      />
      <output>
        {words.length > 1 && data?.length === 0 && (
          <p className="small">{t('shell.form.nothingFound')}</p>
        )}
      </output>
      {words.length > 1 && data && (
        <ul className="plain">
          {data.slice(0, shown).map((found) => (
            <li key={found.id}>
              <Button kind="text" onClick={() => onPick(found)}>
                {found.name}
              </Button>{' '}
              <span className="small">{found.note}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function searchUnits(words: string): Promise<readonly Found[]> {
  const { units } = await call(routes.units, { query: { q: words, state: 'OPEN' } })
  return units.map(({ unitId, name, aboveName }) => ({
    id: unitId,
    name,
    note: aboveName ?? '',
  }))
}

async function searchOfficials(words: string): Promise<readonly Found[]> {
  const { officials } = await call(routes.officials, { query: { q: words } })
  return officials.map(({ officialId, fullName, position, unitName }) => ({
    id: officialId,
    name: fullName,
    note: `${wordOf('positions', position)}, ${unitName}`,
  }))
}

type PickProps = FieldProps & { chosen?: Found | undefined }

export function UnitField(props: PickProps) {
  return <PickOne {...props} search={searchUnits} />
}

export function OfficialField(props: PickProps) {
  return <PickOne {...props} search={searchOfficials} />
}
