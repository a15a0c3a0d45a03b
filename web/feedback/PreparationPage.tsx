import { Link, useParams } from '@tanstack/react-router'
import {
  preparationRoutes as routes,
  type PreparationView,
} from '../../domain/feedback/preparation.contract.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Note } from '../kit/Note.tsx'
import { ActionBar, PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import styles from './answer.module.css'
import { InvitationFields } from './InvitationFields.tsx'
import { InvitedNames } from './InvitedNames.tsx'
import { usePreparation } from './preparation-document.ts'
import { PreparedMeetings } from './PreparedMeetings.tsx'
import questionStyles from './questions.module.css'
import { QuestionList } from './QuestionList.tsx'
import { ContactFields, KindFields, TermFields } from './RoundFields.tsx'
import { anyUnit } from './search.ts'

/** Before a round opens: how it is held, whom it asks, until when, and what the department asks. */
export function PreparationPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback/preparation' })
  const reading = useReading(routes.preparation, { params: { planYear: Number(year) } })
  return (
    <>
      <YearRibbon year={Number(year)} />
      <Shown reading={reading} rows={6}>
        {(view) => <Preparation view={view} />}
      </Shown>
    </>
  )
}

function Preparation({ view }: { view: PreparationView }) {
  const t = useText()
  const year = String(view.planYear)
  const document = usePreparation(view)
  const { value: form, edit } = document
  const writable = mayDo(view.allowedActions, 'round.prepared')
  return (
    <>
      <PageHead
        working
        title={t('feedback.preparation.title', { year })}
        lead={t('feedback.preparation.lead')}
        deeds={
          <a className="btn" href={`/cycles/${year}/draft`}>
            {t('feedback.preparation.toDraft')}
          </a>
        }
      />
      {!writable && <Note title={t('feedback.preparation.readOnly')} />}
      <Clashes document={document} />
      <div className={`${styles.desk} ${styles.wide}`}>
        <fieldset className={`${styles.step} ${questionStyles.prepare}`} disabled={!writable}>
          <KindFields form={form} edit={edit} />
          <PreparedMeetings form={form} edit={edit} officers={view.officers} />
          <InvitationFields form={form} edit={edit} />
          <TermFields form={form} edit={edit} />
          <ContactFields form={form} edit={edit} usual={view.usualContact} />
          <QuestionList
            questions={form.questions}
            edit={(change) => edit((now) => ({ ...now, questions: change(now.questions) }))}
          />
        </fieldset>
        <Aside view={view} />
      </div>
      <ActionBar
        label={t('feedback.preparation.bar')}
        deeds={
          <>
            <Link className="btn" to="/print/cycles/$year/blank-answer" params={{ year }}>
              {t('feedback.preparation.blank')}
            </Link>
            <Link
              className="btn pri"
              to="/cycles/$year/feedback"
              params={{ year }}
              search={{ rehearsal: anyUnit }}
            >
              {t('feedback.preparation.rehearse')}
            </Link>
          </>
        }
      >
        <SavedWord state={document.state} />
      </ActionBar>
    </>
  )
}

/** What would come of it now: how many units, until when, and what still has to be mended. */
function Aside({ view }: { view: PreparationView }) {
  const t = useText()
  const { obstacles } = view
  return (
    <aside className={styles.aside}>
      <InvitedNames view={view} />
      {obstacles.length > 0 && (
        <Note tone="act" title={t('feedback.preparation.missing', { number: obstacles.length })}>
          <ul>
            {obstacles.map(({ code, params, at = '' }) => (
              <li key={`${code}${at}`}>
                {numberOfQuestion(at, t)}
                {sayCode(code, params)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </aside>
  )
}

/** 'Câu 2: ' where the place is a question. */
function numberOfQuestion(at: string, t: ReturnType<typeof useText>): string {
  const index = /^\/questions\/(\d+)/.exec(at)?.[1]
  return index === undefined
    ? ''
    : `${t('feedback.ownQuestions.number', { number: Number(index) + 1 })}: `
}
