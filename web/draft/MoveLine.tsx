import type { WrittenLine } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { readPlanAgain } from './saving.ts'

type Props = { line: WrittenLine; ordinal: number; last: number }

/** One place up or down in the annex, by two buttons: nothing need be dragged. */
export function MoveLine({ line, ordinal, last }: Props) {
  const t = useText()
  const move = useDeed(writingRoutes.moveLine)
  async function go(to: 'up' | 'down'): Promise<void> {
    const moved = await move.send({ params: { lineId: line.id }, body: { to } })
    if (!moved) return
    announce(t('draft.line.movedTo', { ordinal: to === 'up' ? ordinal - 1 : ordinal + 1 }))
    await readPlanAgain()
  }
  return (
    <>
      {ordinal > 1 && (
        <Button kind="text" icon="arrow-up" sending={move.sending} onClick={() => void go('up')}>
          {t('draft.line.up')}
        </Button>
      )}{' '}
      {ordinal < last && (
        <Button
          kind="text"
          icon="arrow-down"
          sending={move.sending}
          onClick={() => void go('down')}
        >
          {t('draft.line.down')}
        </Button>
      )}{' '}
      <ProblemNote problem={move.problem} />
    </>
  )
}
