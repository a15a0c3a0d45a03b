import { useState } from 'react'
import { Conflict } from '../Conflict.tsx'
import { type Clash, mergeTexts } from './merge.ts'
import { putAt } from './place-in.ts'
import type { Autosave } from './useAutosave.ts'

type Props<T> = { document: Autosave<T> }

/** Two people wrote at the same place: place by place, one of them chooses between both texts. */
export function Clashes<T>({ document }: Props<T>) {
  const { state } = document
  if (state.kind !== 'conflict') return null
  return (
    <Choosing
      key={state.clashes.map(({ path }) => path).join()}
      document={document}
      clashes={state.clashes}
      other={state.theirs}
      {...(state.by && { by: state.by })}
      {...(state.at && { at: state.at })}
    />
  )
}

type ChoosingProps<T> = {
  document: Autosave<T>
  clashes: readonly Clash[]
  /** The whole document as the other one has it. */
  other: T
  by?: string
  at?: string
}

/** Nothing is sent before the last place is settled. */
function Choosing<T>({ document, clashes, other, ...known }: ChoosingProps<T>) {
  const [chosen, setChosen] = useState<readonly unknown[]>([])
  const clash = clashes[chosen.length]
  if (!clash) return null
  const [base, mine, theirs] = [wordsOf(clash.base), wordsOf(clash.mine), wordsOf(clash.theirs)]
  const isText = [clash.mine, clash.theirs].every(
    (side) => side == null || typeof side === 'string',
  )

  function choose(one: unknown): void {
    const all = [...chosen, one]
    setChosen(all)
    if (all.length < clashes.length) return
    const settled = clashes.reduce<unknown>(
      (form, { path }, index) => putAt(form, path, all[index], other),
      document.value,
    )
    // the same document with other values at places that it has
    document.resolve(settled as T)
  }

  return (
    <Conflict
      key={clash.path}
      {...{ base, mine, theirs, ...known }}
      merged={isText ? (mergeTexts(base, mine, theirs) ?? `${mine}\n${theirs}`) : null}
      onChoose={(text, choice) =>
        choose(choice === 'mine' ? clash.mine : choice === 'theirs' ? clash.theirs : text)
      }
    />
  )
}

/** What stands on either side: a text, a figure, a whole opinion, or nothing. */
function wordsOf(side: unknown): string {
  if (typeof side === 'string') return side
  if (typeof side === 'number' || typeof side === 'boolean') return `${side}`
  return Object.values(side ?? {})
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n')
}
