import { Fragment, useMemo } from 'react'
import { useText } from '../../text.ts'
import { Tri } from '../Tri.tsx'
import { countChanges, type DiffPart, diffTexts } from './word-diff.ts'

export type DiffMode = 'merged' | 'columns' | 'changes'

type Props = { before: string; after: string; mode?: DiffMode; counts?: boolean }

/** What became of a clause: ＋ and − stand before the words, so that colour is never alone. */
export function WordDiff({ before, after, mode = 'merged', counts = false }: Props) {
  const t = useText()
  const parts = useMemo(() => diffTexts(before, after), [before, after])
  const { added, removed } = countChanges(parts)
  if (parts.every((part) => part.kind === 'same') && mode === 'changes')
    return <p className="quiet">{t('shell.diff.same')}</p>
  return (
    <div className="diff">
      {counts && <p className="diff-counts">{t('shell.diff.counts', { added, removed })}</p>}
      {mode === 'columns' ? <Columns parts={parts} /> : <Merged parts={parts} mode={mode} />}
    </div>
  )
}

function Merged({ parts, mode }: { parts: readonly DiffPart[]; mode: 'merged' | 'changes' }) {
  return (
    <p className="diff-text">
      {parts.map((part, index) => (
        <Fragment key={index}>
          <Piece part={mode === 'changes' ? shortened(part) : part} />
          {part.kind === 'removed' && parts[index + 1]?.kind === 'added' && ' '}
        </Fragment>
      ))}
    </p>
  )
}

function Columns({ parts }: { parts: readonly DiffPart[] }) {
  const t = useText()
  return (
    <div className="conf">
      <div>
        <h3>{t('shell.diff.before')}</h3>
        <p className="diff-text">
          {parts.map((part, index) => part.kind !== 'added' && <Piece key={index} part={part} />)}
        </p>
      </div>
      <div>
        <h3>{t('shell.diff.after')}</h3>
        <p className="diff-text">
          {parts.map((part, index) => part.kind !== 'removed' && <Piece key={index} part={part} />)}
        </p>
      </div>
    </div>
  )
}

function Piece({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === 'same') return <Fragment>{text}</Fragment>
  // Blanks at the ends stay outside the tint, or two changed words would run together.
  const [, lead = '', core = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (core === '') return <Fragment>{kind === 'added' ? text : ' '}</Fragment>
  return (
    <>
      {lead}
      {kind === 'added' ? <ins>{core}</ins> : <del>{core}</del>}
      {trail}
    </>
  )
}

/** Of what stayed only the words next to a change, so that the eye finds it. */
function shortened(part: DiffPart): DiffPart {
  if (part.kind !== 'same') return part
  const words = part.text.split(/(\s+)/)
  if (words.length <= 13) return part
  return { ...part, text: `${words.slice(0, 6).join('')} … ${words.slice(-6).join('')}` }
}

type SwitchProps = { mode: DiffMode; onChoose: (mode: DiffMode) => void }

/** Merged, in two columns, or only what changed. */
export function DiffModes({ mode, onChoose }: SwitchProps) {
  const t = useText()
  return (
    <Tri
      label={t('shell.diff.modes')}
      value={mode}
      onChoose={onChoose}
      choices={[
        { value: 'merged', label: t('shell.diff.merged') },
        { value: 'columns', label: t('shell.diff.columns') },
        { value: 'changes', label: t('shell.diff.changes') },
      ]}
    />
  )
}
