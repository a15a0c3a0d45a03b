import { Link } from '@tanstack/react-router'
import { addDays, day } from '../../domain/grammar/day.ts'
import { consentForm, noticeForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { NOTICE_DAYS } from '../../domain/inspection/notice.ts'
import { useDeed } from '../deed.ts'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import type { Props } from './InspectionPage.tsx'
import { dayWords, momentWords } from './words.ts'

/** From the plan to the first hour of the visit: notice, consent, and the way to the form. */
export function BeforeVisit({ inspection }: Props) {
  const { allowedActions, isTeam, state } = inspection
  return (
    <>
      {mayDo(allowedActions, 'inspection.announced') && <Notice inspection={inspection} />}
      <Consent inspection={inspection} />
      {isTeam && ['ANNOUNCED', 'SELF_REPORT_IN', 'ON_SITE'].includes(state) && (
        <ToVisit inspection={inspection} />
      )}
    </>
  )
}

function Notice({ inspection }: Props) {
  const t = useText()
  const announce = useDeed(routes.announce)
  const { inspectionId, visitFrom, noticeDueOn, isShortNotice } = inspection
  return (
    <section aria-label={t('inspection.notice.title')}>
      <h2>{t('inspection.notice.title')}</h2>
      <p>{t('inspection.notice.lead')}</p>
      <Note tone={isShortNotice ? 'act' : 'plain'}>
        <p>
          {isShortNotice
            ? t('inspection.notice.short')
            : t('inspection.notice.due', { day: dayWords(noticeDueOn) })}
        </p>
      </Note>
      <Form
        schema={noticeForm}
        defaultValues={{
          selfReportDueOn: isShortNotice ? visitFrom : addDays(day(visitFrom), -3),
        }}
        onSubmit={async (body) => {
          if (await announce.send({ params: { inspectionId }, body }))
            toast(t('inspection.notice.sent'))
        }}
        problem={announce.problem}
        label={t('inspection.notice.title')}
      >
        <DateField name="selfReportDueOn" label={t('inspection.notice.reportDue')} />
        <SubmitButton>{t('inspection.notice.send')}</SubmitButton>
      </Form>
    </section>
  )
}

function Consent({ inspection }: Props) {
  const t = useText()
  const give = useDeed(routes.consent)
  const { consent, isShortNotice, announcedAt, allowedActions, visitFrom } = inspection
  const { inspectionId, visitMayBeginOn, state } = inspection
  if (consent) {
    const { by: name, at, words } = consent
    return <p>{t('inspection.consent.given', { name, at: momentWords(at), words })}</p>
  }
  const isOpen = ['ANNOUNCED', 'SELF_REPORT_IN'].includes(state)
  if (!announcedAt || !isShortNotice || !isOpen) return null
  const later = dayWords(visitMayBeginOn ?? addDays(day(visitFrom), NOTICE_DAYS))
  if (!mayDo(allowedActions, 'visit.consented'))
    return (
      <Note tone="soon">
        <p>{t('inspection.consent.waiting', { day: later })}</p>
      </Note>
    )
  return (
    <Note tone="act" title={t('inspection.consent.title')}>
      <p>{t('inspection.consent.ask', { day: dayWords(visitFrom), later })}</p>
      <Form
        schema={consentForm}
        defaultValues={{ words: '' }}
        onSubmit={(body) => give.send({ params: { inspectionId }, body })}
        problem={give.problem}
        label={t('inspection.consent.title')}
      >
        <AreaField
          name="words"
          label={t('inspection.consent.words')}
          hint={t('inspection.consent.wordsHint')}
          maxLength={1000}
        />
        <SubmitButton>{t('inspection.consent.give')}</SubmitButton>
      </Form>
    </Note>
  )
}

function ToVisit({ inspection }: Props) {
  const t = useText()
  const begin = useDeed(routes.beginVisit)
  const { inspectionId, state, visitMayBeginOn, allowedActions, criteria } = inspection
  const done = criteria.filter(({ finding }) => finding?.outcome).length
  return (
    <section aria-label={t('inspection.page.workPack')}>
      <h2>{t('inspection.page.workPack')}</h2>
      {state === 'ON_SITE' ? (
        <p className="row">
          <Link className="btn pri" to="/inspections/$inspectionId/visit" params={{ inspectionId }}>
            {t('inspection.visit.open')}
          </Link>
          <span>{t('inspection.page.progress', { done, total: criteria.length })}</span>
        </p>
      ) : (
        <>
          {visitMayBeginOn && (
            <p>{t('inspection.visit.notYet', { day: dayWords(visitMayBeginOn) })}</p>
          )}
          <ProblemNote problem={begin.problem} />
          <DeedButton
            actions={allowedActions}
            deed="visit.begun"
            kind="primary"
            sending={begin.sending}
            onPress={() => void begin.send({ params: { inspectionId }, body: {} })}
          >
            {t('inspection.visit.begin')}
          </DeedButton>
        </>
      )}
    </section>
  )
}
