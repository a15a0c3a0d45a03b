import type { BoardRow } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { useDeed } from '../deed.ts'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { useText } from '../text.ts'

type Props = { row: BoardRow; onClose: () => void }

/** A unit need not answer, or is asked again after all; either with its reason. */
export function ExcuseDialog({ row, onClose }: Props) {
  const t = useText()
  const isExcused = row.status === 'excused'
  const excuse = useDeed(routes.excuse, { touches: [routes.board] })
  const takeBack = useDeed(routes.takeBackExcuse, { touches: [routes.board] })
  const { send, problem } = isExcused ? takeBack : excuse
  return (
    <ReasonDialog
      title={t(isExcused ? 'feedback.excuse.backTitle' : 'feedback.excuse.title', {
        unit: row.unitName,
      })}
      deed={t(isExcused ? 'feedback.excuse.back' : 'feedback.excuse.deed')}
      opened
      onClose={onClose}
      problem={problem}
      onGiven={async (reason) => {
        if (await send({ params: { answerId: row.answerId }, body: { reason } })) onClose()
      }}
    >
      <p>{t(isExcused ? 'feedback.excuse.backHelp' : 'feedback.excuse.help')}</p>
    </ReasonDialog>
  )
}
