import { Link, useParams } from '@tanstack/react-router'
import {
  feedbackRoutes as routes,
  type SignedAnswerView,
} from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { FilesOfAnswer } from './AnswerFiles.tsx'
import { AnswerSummary } from './AnswerSummary.tsx'
import { Scans } from './EnteredForUnit.tsx'
import { Outcomes } from './Outcomes.tsx'

type EnteredProps = {
  view: SignedAnswerView
  entry: NonNullable<SignedAnswerView['assistedEntry']>
}

/** It came on paper: by whom it was entered, and the scan. */
function EnteredFrom({ view: { answerId }, entry }: EnteredProps) {
  const t = useText()
  const { enteredByName: name, paper } = entry
  return (
    <Note>
      <p>{t('feedback.assisted.signed', { name, paper })}</p>
      <Scans answerId={answerId} scans={entry.scans} />
    </Note>
  )
}

/** A signed answer, word for word, with what became of it. */
export function SignedAnswerPage() {
  const { answerId } = useParams({ from: '/shell/cycles/$year/feedback/answers/$answerId' })
  const reading = useReading(routes.signedAnswer, { params: { answerId } })
  return <Shown reading={reading}>{(view) => <Signed view={view} />}</Shown>
}

function Signed({ view }: { view: SignedAnswerView }) {
  const t = useText()
  const params = { answerId: view.answerId }
  const outcomes = useReading(routes.outcomes, { params })
  const at = view.submittedAt ?? ''
  return (
    <>
      <PageHead
        working
        title={t('feedback.signed.title', { number: view.number })}
        crumbs={[
          {
            label: t('feedback.board.title'),
            link: (
              <Link to="/cycles/$year/feedback" params={{ year: String(view.planYear) }}>
                {t('feedback.signed.back', { year: view.planYear })}
              </Link>
            ),
          },
          { label: view.number },
        ]}
        lead={
          at &&
          `${t('feedback.reopening.about', { draft: draftOf(view) })}. ${t('feedback.signed.lead', {
            unit: view.unitName,
            name: view.signedByName ?? '',
            time: timeOfInstant(at),
            day: writeDay(dayOfInstant(at)),
          })}`
        }
        state={view.isLate && <StateWord tone="soon">{t('feedback.board.late')}</StateWord>}
      />
      {view.assistedEntry && <EnteredFrom view={view} entry={view.assistedEntry} />}
      <AnswerSummary plans={view.plans} asked={view.asked} form={view.form} />
      <FilesOfAnswer files={view.files} />
      <p className="small">{t('feedback.signed.hash', { hash: view.contentSha256 ?? '' })}</p>
      <Shown reading={outcomes}>{(found) => <Outcomes outcomes={found} />}</Shown>
      <HistoryPanel objectType="answer" objectId={view.answerId} />
    </>
  )
}

/** The version of the drafts that the unit had before its eyes. */
const draftOf = ({ plans }: SignedAnswerView) => Math.max(...plans.map(({ version }) => version))
