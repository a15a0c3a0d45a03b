import type { BoardRow } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { useDeed } from '../deed.ts'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { useText } from '../text.ts'
import { AskedTime } from './AskedTime.tsx'
import styles from './board.module.css'

type Props = { row: BoardRow; onClose: () => void }

/** The unit gets no more time; the reason goes to it by letter. */
export function RefuseTimeDialog({ row, onClose }: Props) {
  const t = useText()
  const { send, problem } = useDeed(routes.refuseTime, { touches: [routes.board] })
  return (
    <ReasonDialog
      title={t('feedback.extension.refuseTitle', { unit: row.unitName })}
      deed={t('feedback.extension.refuse')}
      opened
      onClose={onClose}
      problem={problem}
      onGiven={async (reason) => {
        if (await send({ params: { answerId: row.answerId }, body: { reason } })) onClose()
      }}
    >
      <AskedTime row={row} className={styles.cut} />
    </ReasonDialog>
  )
}
