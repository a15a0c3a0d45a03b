import { Link } from '@tanstack/react-router'
import type { BoardRow } from '../../domain/feedback/board.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'

export type RowDeed = 'extension' | 'refusal' | 'excuse'
type Props = { row: BoardRow; planYear: number; onAsk: (about: RowDeed) => void }

/** What the department may do about one unit: give it time, spare it the answer, or ask it again. */
export function RowDeeds({ row, planYear, onAsk }: Props) {
  const t = useText()
  const isOpen = ['notOpened', 'read', 'writing'].includes(row.status)
  const name = <span className="vh"> {row.unitName}</span>
  if (row.status === 'excused')
    return (
      <Button kind="text" onClick={() => onAsk('excuse')}>
        {t('feedback.excuse.back')}
        {name}
      </Button>
    )
  if (!isOpen) return null
  return (
    <>
      <Button kind="text" onClick={() => onAsk('extension')}>
        {t('feedback.board.extend')}
        {name}
      </Button>{' '}
      {row.askedUntil !== null && (
        <>
          <Button kind="text" onClick={() => onAsk('refusal')}>
            {t('feedback.extension.refuse')}
            {name}
          </Button>{' '}
        </>
      )}
      <Button kind="text" onClick={() => onAsk('excuse')}>
        {t('feedback.excuse.deed')}
        {name}
      </Button>{' '}
      {(row.status !== 'writing' || row.assisted) && (
        <Link
          className="btn text"
          to="/cycles/$year/feedback"
          params={{ year: String(planYear) }}
          search={{ assisted: row.answerId, step: 'general' }}
        >
          {t(row.assisted === 'OFFERED' ? 'feedback.assisted.look' : 'feedback.assisted.deed')}
          {name}
        </Link>
      )}
    </>
  )
}
