import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type OwnAnswersView,
  ownAnswersRoutes as routes,
  type QuestionFigures,
} from '../../domain/feedback/own-answers.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { OwnAnswerRows } from './OwnAnswerRows.tsx'
import { QuestionCounts } from './QuestionCounts.tsx'
import { QuestionVersions } from './QuestionVersions.tsx'
import styles from './questions.module.css'

/** What the units answer to the department's own questions: a table each, and every unit's words. */
export function OwnAnswersPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback/own-answers' })
  const { round } = useSearch({ from: '/shell/cycles/$year/feedback/own-answers' })
  const planYear = Number(year)
  const reading = useReading(
    routes.ownAnswers,
    { params: { planYear }, query: round ? { round } : {} },
    { everySeconds: 30 },
  )
  return (
    <>
      <YearRibbon year={planYear} />
      <Shown reading={reading} rows={6}>
        {(view) => <OwnAnswers {...{ view, round }} />}
      </Shown>
    </>
  )
}

function OwnAnswers({ view, round }: { view: OwnAnswersView; round: number | undefined }) {
  const t = useText()
  const { planYear, figures, sent } = view
  const year = String(planYear)
  return (
    <>
      <PageHead
        working
        title={t('feedback.ownAnswers.pageTitle', { year })}
        lead={t('feedback.ownAnswers.pageLead', { sent: writeNumber(sent) })}
        crumbs={[
          {
            label: t('feedback.board.title'),
            link: (
              <Link to="/cycles/$year/feedback" params={{ year }}>
                {t('feedback.board.title')}
              </Link>
            ),
          },
          { label: t('feedback.ownAnswers.link') },
        ]}
        deeds={
          <a
            className="btn"
            download
            href={addressOf(`${routes.ownAnswers.path}/export.xlsx`, { planYear }, { round })}
          >
            <Icon name="download" />
            {t('shell.table.excel')}
          </a>
        }
      />
      {figures.length === 0 && <p>{t('feedback.ownAnswers.nothing')}</p>}
      {figures.map((each) => (
        <Question key={each.question.id} figures={each} {...{ view, round }} />
      ))}
      <QuestionVersions roundId={view.roundId} />
    </>
  )
}

type QuestionProps = {
  figures: QuestionFigures
  view: OwnAnswersView
  round: number | undefined
}

function Question({ figures, view: { planYear, sent }, round }: QuestionProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const { question, answered, isAsked } = figures
  return (
    <section className={styles.question}>
      <h2>{question.label}</h2>
      <p className="quiet">
        {t('feedback.ownAnswers.answered', {
          answered: writeNumber(answered),
          sent: writeNumber(sent),
        })}
        {!isAsked && `. ${t('feedback.ownAnswers.former')}`}
      </p>
      <QuestionCounts figures={figures} />
      {answered > 0 && (
        <Button kind="text" onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'feedback.ownAnswers.hideRows' : 'feedback.ownAnswers.rows')}
          <span className="vh">: {question.label}</span>
        </Button>
      )}
      {isOpen && <OwnAnswerRows {...{ planYear, round, question }} />}
    </section>
  )
}
