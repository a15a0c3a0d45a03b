import { useState } from 'react'
import type {
  AssistedEntryView,
  AssistedScan,
} from '../../domain/feedback/assisted-entry.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { addressOf } from '../address.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { FileList } from '../kit/files/FileList.tsx'
import { Note } from '../kit/Note.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { Deadline } from './AnswerAside.tsx'
import { AnswerSummary } from './AnswerSummary.tsx'
import styles from './answer.module.css'

type Props = { view: AnswerView; entry: AssistedEntryView; onWriteOwn: () => void }

/** The unit's paper as the department has entered it: the unit confirms, corrects or refuses it. */
export function EnteredForUnit({ view, entry, onWriteOwn }: Props) {
  const t = useText()
  const takeOver = useDeed(routes.takeOverAssisted)
  const params = { answerId: view.answerId }
  const { name, position } = entry.form.spokesperson
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <Note title={t('feedback.assisted.yours')}>
            <p>
              {t('feedback.assisted.yoursHelp', {
                name: entry.enteredByName,
                day: writeDay(dayOfInstant(entry.offeredAt ?? entry.savedAt)),
                paper: entry.paper,
              })}
            </p>
            <Scans answerId={view.answerId} scans={entry.scans} />
          </Note>
          <AnswerSummary plans={view.plans} asked={view.asked} form={entry.form} />
          <p>
            {t('feedback.review.spokesperson')}:{' '}
            <b>{[name, position].filter(Boolean).join(', ')}</b>
          </p>
          <ProblemNote problem={takeOver.problem} />
          <p className="row">
            {mayDo(view.allowedActions, 'assisted-entry.takenOver') && (
              <Button
                icon="pencil"
                sending={takeOver.sending}
                onClick={() => void takeOver.send({ params, body: {} })}
              >
                {t('feedback.assisted.takeOver')}
              </Button>
            )}
            <Button kind="text" onClick={onWriteOwn}>
              {t('feedback.assisted.writeOwn')}
            </Button>
          </p>
        </div>
        <aside className={styles.aside}>
          <Deadline view={view} />
        </aside>
      </div>
      <Confirming view={view} entry={entry} />
    </>
  )
}

function Confirming({ view, entry }: Omit<Props, 'onWriteOwn'>) {
  const t = useText()
  const [isRefusing, setRefusing] = useState(false)
  const confirm = useDeed(routes.confirmAssisted)
  const refuse = useDeed(routes.refuseAssisted)
  const params = { answerId: view.answerId }
  if (!mayDo(view.allowedActions, 'assisted-entry.confirmed'))
    return <p className="quiet">{t('feedback.assisted.forHead')}</p>
  return (
    <>
      <ProblemNote problem={confirm.problem} />
      <ActionBar
        label={t('feedback.answer.bar')}
        deeds={
          <>
            <Button onClick={() => setRefusing(true)}>{t('feedback.assisted.refuse')}</Button>
            <Button
              kind="primary"
              icon="send"
              sending={confirm.sending}
              onClick={() => void confirm.send({ params, body: {} }, entry.revision)}
            >
              {t('feedback.assisted.confirm')}
            </Button>
          </>
        }
      >
        {t('feedback.assisted.confirmWhy')}
      </ActionBar>
      <ReasonDialog
        title={t('feedback.assisted.refuseTitle')}
        deed={t('feedback.assisted.refuse')}
        opened={isRefusing}
        onClose={() => setRefusing(false)}
        problem={refuse.problem}
        onGiven={async (reason) => {
          if (await refuse.send({ params, body: { reason } })) setRefusing(false)
        }}
      />
    </>
  )
}

type ScansProps = { answerId: string; scans: readonly AssistedScan[] }

/** The paper itself, page by page. */
export function Scans({ answerId, scans }: ScansProps) {
  const t = useText()
  const files = scans.map((scan) => ({
    ...scan,
    fileId: scan.scanId,
    href: addressOf(routes.assistedScan.path, { answerId, scanId: scan.scanId }),
  }))
  return <FileList label={t('feedback.assisted.scans')} files={files} />
}
