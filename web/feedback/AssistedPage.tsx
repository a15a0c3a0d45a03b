import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { movedTo } from '../../domain/feedback/question-versions.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { useMe } from '../app/me.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { useDeed } from '../deed.ts'
import { useAutosave } from '../kit/autosave/useAutosave.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AnswerSteps } from './AnswerDesk.tsx'
import { assistedSave } from './answer-save.ts'
import type { AnswerDocument } from './answer-document.ts'
import { AnswerSummary } from './AnswerSummary.tsx'
import { Scans } from './EnteredForUnit.tsx'
import { OfferingButton } from './OfferingButton.tsx'

type Props = { answerId: string; year: number }

/** The department enters what a unit sent on paper; it counts when the unit has confirmed it. */
export function AssistedPage({ answerId, year }: Props) {
  const reading = useReading(routes.assistedDesk, { params: { answerId } })
  return (
    <>
      <YearRibbon year={year} />
      <Shown reading={reading} rows={6}>
        {({ answer }) => <Assisted key={answerId} view={answer} />}
      </Shown>
    </>
  )
}

function Assisted({ view }: { view: AnswerView }) {
  const t = useText()
  const { assistedEntry: entry, planYear } = view
  const isOffered = entry?.state === 'OFFERED'
  return (
    <>
      <PageHead
        working
        title={t('feedback.assisted.title', { unit: view.unitName })}
        lead={t('feedback.assisted.lead', { number: view.number })}
        crumbs={[
          {
            label: t('feedback.board.title'),
            link: (
              <Link to="/cycles/$year/feedback" params={{ year: String(planYear) }}>
                {t('feedback.signed.back', { year: planYear })}
              </Link>
            ),
          },
          { label: view.number },
        ]}
      />
      {isOffered ? <Offered view={view} /> : <Entering view={view} />}
      <HistoryPanel objectType="answer" objectId={view.answerId} />
    </>
  )
}

function Entering({ view }: { view: AnswerView }) {
  const t = useText()
  const { assistedEntry: entry } = view
  if (!mayDo(view.allowedActions, 'assisted-entry.saved'))
    return (
      <>
        <Note tone="soon">
          <p>{t('feedback.assisted.unitWrites')}</p>
        </Note>
        {entry && <AnswerSummary plans={view.plans} asked={view.asked} form={entry.form} />}
      </>
    )
  return (
    <>
      <Note>
        <p>{t('feedback.assisted.notCounted')}</p>
        {entry?.state === 'REFUSED' && (
          <p>{t('feedback.assisted.refused', { reason: entry.because ?? '' })}</p>
        )}
      </Note>
      <EntryDesk view={view} />
    </>
  )
}

function EntryDesk({ view }: { view: AnswerView }) {
  const document = useEntryDocument(view)
  return (
    <AnswerSteps
      view={view}
      document={document}
      isAssisted
      end={<OfferingButton view={view} document={document} />}
    />
  )
}

/** On this machine at once, at the department soon after; never in the unit's own draft. */
function useEntryDocument(view: AnswerView): AnswerDocument {
  const { accountId } = useMe()
  const { answerId, asked } = view
  const [save] = useState(() => assistedSave(answerId))
  const document = useAutosave<AnswerForm>({
    document: `${accountId}/assisted/${answerId}`,
    load: { value: view.form, revision: view.formRevision },
    save,
  })
  const { edit: editKept } = document
  const edit = useCallback<AnswerDocument['edit']>(
    (change) =>
      editKept((now) => {
        const current = movedTo({ ...EMPTY_FORM, ...now }, asked.version)
        return typeof change === 'function' ? change(current) : change
      }),
    [editKept, asked.version],
  )
  return { ...document, edit, value: { ...EMPTY_FORM, ...document.value } }
}

/** It lies before the unit; until the unit has decided the department may take it back. */
function Offered({ view }: { view: AnswerView }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const takeBack = useDeed(routes.takeBackAssisted)
  const { assistedEntry: entry, answerId } = view
  if (!entry) return null
  const day = writeDay(dayOfInstant(entry.offeredAt ?? entry.savedAt))
  return (
    <>
      <Note title={t('feedback.assisted.waits')}>
        <p>{t('feedback.assisted.waitsHelp', { day })}</p>
        <p>{entry.paper}</p>
        <Scans answerId={answerId} scans={entry.scans} />
      </Note>
      <AnswerSummary plans={view.plans} asked={view.asked} form={entry.form} />
      {mayDo(view.allowedActions, 'assisted-entry.withdrawn') && (
        <p>
          <Button onClick={() => setOpened(true)}>{t('feedback.assisted.takeBack')}</Button>
        </p>
      )}
      <ReasonDialog
        title={t('feedback.assisted.takeBackTitle')}
        deed={t('feedback.assisted.takeBack')}
        opened={opened}
        onClose={() => setOpened(false)}
        problem={takeBack.problem}
        onGiven={async (reason) => {
          if (await takeBack.send({ params: { answerId }, body: { reason } })) setOpened(false)
        }}
      />
    </>
  )
}
