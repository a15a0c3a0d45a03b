import { Link, useParams } from '@tanstack/react-router'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { day, dayOfInstant, timeOfInstant, weekdayOf, writeDay } from '../../domain/grammar/day.ts'
import { sayFrom } from '../../domain/text/say-from.ts'
import { vi } from '../../domain/text/vi.ts'
import { useMe } from '../app/me.ts'
import { Button } from '../kit/Button.tsx'
import { A4Head } from '../kit/paper/A4.tsx'
import '../kit/paper/print.css'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { BlankDraft } from './BlankDraft.tsx'
import { BlankEnd } from './BlankEnd.tsx'
import { BlankQuestions } from './BlankQuestions.tsx'

/** The whole form on A4 with lines to write on: a unit's own, or as the department tries it. */
export function BlankAnswerPage() {
  const { year = '' } = useParams({ strict: false })
  const { grants } = useMe()
  const isOfUnit = grants.some(({ role }) => role === 'unitDrafter' || role === 'unitHead')
  return isOfUnit ? <OfUnit year={Number(year)} /> : <OfOffice year={Number(year)} />
}

function OfUnit({ year }: { year: number }) {
  const reading = useReading(routes.myAnswer, { params: { planYear: year } })
  return <Shown reading={reading}>{(view) => <OnTheDesk view={view} />}</Shown>
}

function OfOffice({ year }: { year: number }) {
  const reading = useReading(routes.rehearsal, { params: { planYear: year }, query: {} })
  return <Shown reading={reading}>{({ answer }) => <OnTheDesk view={answer} />}</Shown>
}

function OnTheDesk({ view }: { view: AnswerView }) {
  const t = useText()
  const [plan] = view.plans
  useTitle(t('feedback.blank.open'))
  if (!plan) return null
  const { federationName, place } = plan.head
  const paper = {
    parentBody: federationName.toLocaleUpperCase('vi'),
    issuingBody: view.unitName.toLocaleUpperCase('vi'),
    number: view.number === '' ? 'Số: …………' : `Số: ${view.number}`,
    country: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    placeAndDate: `${place}, ngày …… tháng …… năm ………`,
    docType: 'PHIẾU GÓP Ý',
    abstract: `Về các dự thảo kế hoạch năm ${view.planYear}`,
  }
  const numberAfter = view.plans.length + 1
  const asks = view.asked.questions.length > 0
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/cycles/$year/feedback" params={{ year: String(view.planYear) }}>
          {t('feedback.blank.back', { year: view.planYear })}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('feedback.blank.print')}
        </Button>
      </div>
      <article className="sheet paper-a4 p-blank" lang="vi" aria-label={paper.docType}>
        <A4Head paper={paper} />
        <p className="p-addressee">Kính gửi: {federationName}</p>
        <Terms view={view} />
        {view.plans.map((each, index) => (
          <BlankDraft key={each.planId} plan={each} number={index + 1} />
        ))}
        <BlankQuestions questions={view.asked.questions} number={numberAfter} />
        <BlankEnd number={asks ? numberAfter + 1 : numberAfter} />
      </article>
    </div>
  )
}

/** Until when, to whom, and what silence means; on paper as in every letter. */
function Terms({ view: { round, contact } }: { view: AnswerView }) {
  const due = day(dayOfInstant(round.dueAt))
  const weekday = sayFrom(vi, `cycle.pages.cycle.weekdaysLong.${weekdayOf(due)}`)
  return (
    <>
      <p className="p-text">
        Hạn gửi: {timeOfInstant(round.dueAt)} {weekday} ngày {writeDay(due)}.{' '}
        {sayFrom(vi, 'feedback.silence')}
      </p>
      {contact && (
        <p className="p-text">
          Người phụ trách: đ/c {contact.name}, điện thoại {contact.phone}.
        </p>
      )}
    </>
  )
}
