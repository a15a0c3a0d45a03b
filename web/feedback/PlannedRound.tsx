import { Link } from '@tanstack/react-router'
import type { BoardView } from '../../domain/feedback/board.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { openingWords } from '../opens-answer.ts'
import { useText } from '../text.ts'
import { MoveOpeningButton } from './MoveOpeningButton.tsx'
import { RoundTabs } from './RoundTabs.tsx'

/** Its moment has come, and its process is giving the units their forms. */
export function isOpening({ state, opensAt }: BoardView): boolean {
  return state === 'PLANNED' && Date.parse(opensAt) <= Date.now()
}

/** Agreed to and not open yet: when it opens, whom it will ask, and what may still be changed. */
export function PlannedRound({ view }: { view: BoardView }) {
  const t = useText()
  const year = String(view.planYear)
  return (
    <>
      <PageHead
        title={
          isOpening(view)
            ? t('feedback.opening.coming')
            : t('feedback.opening.head', { at: openingWords(view.opensAt) })
        }
        lead={t('feedback.opening.lead', {
          units: writeNumber(view.willAsk ?? 0),
          due: openingWords(view.dueAt),
          grace: openingWords(view.closesAt),
        })}
        deeds={
          <>
            {view.kinds.some((kind) => kind !== 'WRITTEN') && (
              <Link className="btn" to="/cycles/$year/feedback/conferences" params={{ year }}>
                {t('feedback.conference.link')}
              </Link>
            )}
            <Link
              className="btn"
              to="/cycles/$year/feedback/own-answers"
              params={{ year }}
              search={{ round: view.number }}
            >
              {t('feedback.ownAnswers.link')}
            </Link>
            <MoveOpeningButton view={view} />
          </>
        }
      />
      <RoundTabs view={view} />
      <Note title={t('feedback.opening.before')} />
      <HistoryPanel objectType="round" objectId={view.roundId} />
    </>
  )
}
