import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { ReopeningPreview } from '../../domain/feedback/reopening.contract.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import type { askedFor } from '../kit/form/TermFields.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { opensAnswer } from '../opens-answer.ts'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'

type Props = { roundId: string; query: ReturnType<typeof askedFor> }

/** Before units are asked once more: which drafts, how many units, until when. */
export function ReopeningTerms({ roundId, query }: Props) {
  const preview = useReading(routes.reopeningPreview, { params: { roundId }, query })
  return (
    <Shown reading={preview} rows={4}>
      {(found) => <Terms found={found} />}
    </Shown>
  )
}

const said = (at: string) => `${timeOfInstant(at)} ${weekdayAndDay(dayOfInstant(at))}`

function Terms({ found }: { found: ReopeningPreview }) {
  const t = useText()
  const { dueAt: at, workingDays: days, openComments: number } = found
  const plans = found.plans.map(({ title, version }) =>
    t('feedback.reopening.plan', { title, version }),
  )
  return (
    <>
      <CheckAnswers
        answers={[
          { question: t('feedback.reopening.plans'), answer: plans.join('; ') },
          {
            question: t('draft.publish.units'),
            answer: t('draft.publish.unitCount', { count: found.unitCount }),
          },
          opensAnswer(found.opensAt, t),
          {
            question: t('draft.publish.due'),
            answer: t('draft.publish.dueDays', { at: said(at), days }),
          },
          { question: t('draft.publish.late'), answer: said(found.graceUntil) },
          {
            question: t('feedback.reopening.open'),
            answer: t('feedback.reopening.openComments', { number }),
          },
          { question: t('draft.publish.silence'), answer: t('feedback.silence') },
        ]}
      />
      <details>
        <summary>{t('draft.publish.names')}</summary>
        <ul>
          {found.unitNames.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
      {found.obstacles.length > 0 && (
        <Note tone="act" title={t('feedback.reopening.obstacles')}>
          <ul>
            {found.obstacles.map(({ code, params }) => (
              <li key={code}>{sayCode(code, params)}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}
