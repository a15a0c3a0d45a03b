import { z } from 'zod'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { useKept } from './saving.ts'
import { dayWords, momentWords } from './words.ts'

type Report = { text: string }

const stale = z.object({ revision: z.int(), theirs: z.object({ text: z.string() }) })

/** The unit's own report: written by the unit alone, read by the team once it is sent. */
export function SelfReport({ inspection }: Props) {
  const t = useText()
  const { allowedActions, selfReport, announcedAt, selfReportDueOn } = inspection
  if (!announcedAt) return null
  const isWriting = mayDo(allowedActions, 'selfReport.written')
  return (
    <section aria-label={t('inspection.report.title')}>
      <h2>{t('inspection.report.title')}</h2>
      {isWriting && selfReportDueOn && (
        <p>{t('inspection.report.due', { day: dayWords(selfReportDueOn) })}</p>
      )}
      {isWriting && <Writing inspection={inspection} />}
      {!isWriting && selfReport?.sentAt && (
        <>
          <p className="small">
            {t('inspection.report.sent', {
              name: selfReport.sentBy ?? selfReport.writtenBy,
              at: momentWords(selfReport.sentAt),
            })}
          </p>
          <p className={look.said}>{selfReport.text}</p>
        </>
      )}
      {!isWriting && !selfReport?.sentAt && (
        <p className="quiet">{t('inspection.report.notSent')}</p>
      )}
    </section>
  )
}

function Writing({ inspection }: Props) {
  const t = useText()
  const { inspectionId, selfReport, allowedActions } = inspection
  const send = useDeed(routes.sendReport)
  const report = useKept<Report, typeof routes.writeReport>({
    route: routes.writeReport,
    key: `self-report/${inspectionId}`,
    load: { value: { text: selfReport?.text ?? '' }, revision: selfReport?.revision ?? 0 },
    given: (body) => ({ params: { inspectionId }, body }),
    revisionOf: ({ revision }) => revision,
    theirs: (details) => {
      const read = stale.safeParse(details)
      return read.success ? { revision: read.data.revision, value: read.data.theirs } : null
    },
  })
  return (
    <>
      <Clashes document={report} />
      <div className="fld">
        <label htmlFor="self-report">{t('inspection.report.text')}</label>
        <p className="hint" id="self-report-hint">
          {t('inspection.report.outline')}
        </p>
        <textarea
          className="inp paper-input"
          id="self-report"
          aria-describedby="self-report-hint"
          rows={10}
          maxLength={20_000}
          value={report.value.text}
          onChange={(event) => report.edit({ text: event.currentTarget.value })}
        />
      </div>
      <p>
        <SavedWord state={report.state} />
      </p>
      <ProblemNote problem={send.problem} />
      <DeedButton
        actions={allowedActions}
        deed="selfReport.sent"
        kind="primary"
        sending={send.sending}
        onPress={() =>
          void report
            .flush()
            .then((isKept) => (isKept ? send.send({ params: { inspectionId }, body: {} }) : null))
        }
      >
        {t('inspection.report.send')}
      </DeedButton>
    </>
  )
}
