import { useState } from 'react'
import { useText } from '../text.ts'
import { mergeTexts } from './autosave/merge.ts'
import { Button } from './Button.tsx'
import { WordDiff } from './paper/WordDiff.tsx'

export type TwoTexts = {
  /** What both started from. */
  base: string
  mine: string
  theirs: string
  /** Who wrote the other text, and when ('14:30'), where that is known. */
  by?: string
  at?: string
}

type Props = TwoTexts & {
  /** Both texts in one, to be worked over; null where there is nothing to mix, as with figures. */
  merged: string | null
  onChoose: (text: string, choice: 'mine' | 'theirs' | 'merged') => void
}

/** Two people changed the same text: both stand here, and one of three ways goes on. */
export function Conflict({ base, mine, theirs, by, at, merged, onChoose }: Props) {
  const t = useText()
  const [mixing, setMixing] = useState(false)
  return (
    <section className="note red-n" aria-label={t('shell.conflict.title')}>
      <h2>{t('shell.conflict.title')}</h2>
      <p className="small">
        {by && at ? t('shell.conflict.bodyBy', { name: by, time: at }) : t('shell.conflict.body')}
      </p>
      <div className="conf">
        <div>
          <h3>{t('shell.conflict.mine')}</h3>
          <div className="sheet">
            <WordDiff before={base} after={mine} />
          </div>
          <Button onClick={() => onChoose(mine, 'mine')}>{t('shell.conflict.keepMine')}</Button>
        </div>
        <div>
          <h3>{by ? t('shell.conflict.theirsBy', { name: by }) : t('shell.conflict.theirs')}</h3>
          <div className="sheet">
            <WordDiff before={base} after={theirs} />
          </div>
          <Button onClick={() => onChoose(theirs, 'theirs')}>
            {t('shell.conflict.takeTheirs')}
          </Button>
        </div>
      </div>
      {merged !== null &&
        (mixing ? (
          <Mixing merged={merged} onMixed={(mix) => onChoose(mix, 'merged')} />
        ) : (
          <Button kind="text" onClick={() => setMixing(true)}>
            {t('shell.conflict.merge')}
          </Button>
        ))}
    </section>
  )
}

type MixingProps = { merged: string; onMixed: (mix: string) => void }

/** Both texts in one, worked over. What is typed at the place itself meanwhile comes in here too. */
function Mixing({ merged, onMixed }: MixingProps) {
  const t = useText()
  const [made, setMade] = useState({ from: merged, mix: merged })
  const mix =
    made.from === merged
      ? made.mix
      : (mergeTexts(made.from, made.mix, merged) ?? `${made.mix}\n${merged}`)
  if (made.from !== merged) setMade({ from: merged, mix })
  return (
    <div className="fld">
      <label htmlFor="mixed-text">{t('shell.conflict.merged')}</label>
      <textarea
        className="inp paper-input"
        id="mixed-text"
        rows={4}
        value={mix}
        onChange={(event) => setMade({ from: merged, mix: event.currentTarget.value })}
      />
      <Button onClick={() => onMixed(mix)}>{t('shell.conflict.useMerged')}</Button>
    </div>
  )
}
