import { useState } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'
import { mergeTexts } from '../kit/autosave/merge.ts'
import { Conflict } from '../kit/Conflict.tsx'
import type { AnswerDocument } from './answer-document.ts'

type Props = { document: AnswerDocument; view: AnswerView }

/** Two of one unit wrote at the same place: place by place, one of them chooses. */
export function AnswerConflict({ document, view }: Props) {
  const { state } = document
  return state.kind === 'conflict' ? (
    <Clashes document={document} clashes={state.clashes} by={view.savedByName} />
  ) : null
}

type Clash = { path: string; base: unknown; mine: unknown; theirs: unknown }
type ClashesProps = { document: AnswerDocument; clashes: readonly Clash[]; by: string | null }

function Clashes({ document, clashes, by }: ClashesProps) {
  const [settled, setSettled] = useState<{ form: AnswerForm; count: number } | null>(null)
  const { form, count } = settled ?? { form: document.value, count: 0 }
  const clash = clashes[count]
  if (!clash) return null
  const [base, mine, theirs] = [asText(clash.base), asText(clash.mine), asText(clash.theirs)]
  function choose(chosen: unknown): void {
    // the same document with another value at a place that it has
    const next = put(form, clash?.path ?? '', chosen) as AnswerForm
    if (count + 1 < clashes.length) return setSettled({ form: next, count: count + 1 })
    setSettled(null)
    document.resolve(next)
  }
  return (
    <Conflict
      key={clash.path}
      base={base}
      mine={mine}
      theirs={theirs}
      merged={mergeTexts(base, mine, theirs)}
      {...(by && { by })}
      onChoose={(text, choice) =>
        choose(choice === 'mine' ? clash.mine : choice === 'theirs' ? clash.theirs : text)
      }
    />
  )
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value, null, 1)
}

/** Keys may hold dots themselves ('II.3'), so a path is followed key by whole key. */
function put(node: unknown, path: string, chosen: unknown): unknown {
  if (path === '' || typeof node !== 'object' || node === null) return chosen
  const leads = (key: string) => path === key || path.startsWith(`${key}.`)
  const entries = Object.entries(node)
  const key = entries.map(([each]) => each).find(leads)
  if (key === undefined) return Object.fromEntries([...entries, [path, chosen]])
  const inner =
    path === key ? chosen : put(Reflect.get(node, key), path.slice(key.length + 1), chosen)
  return { ...node, [key]: inner }
}
