import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { writeMark } from '../../domain/classes/marks.ts'
import { type MarksView, testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { Problem } from '../problem.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { type Cells, changedIn, formOf, isCorrection } from './marks-grid.ts'
import { MarksGrid } from './MarksGrid.tsx'
import { TaughtHead } from './TaughtHead.tsx'
import styles from './teaching.module.css'

/** The marks of the test, typed or pasted as a column; grades stand beside at once. */
export function MarksPage() {
  const { id: classId = '' } = useParams({ strict: false })
  const found = useReading(testMarkRoutes.marks, { params: { classId } })
  return <Shown reading={found}>{(view) => <Marks view={view} />}</Shown>
}

function Marks({ view }: { view: MarksView }) {
  const t = useText()
  const [cells, setCells] = useState<Cells>({})
  const [asking, setAsking] = useState(false)
  const give = useDeed(testMarkRoutes.giveMarks, {
    onDone: ({ given }) => {
      announce(t('classes.teaching.grid.given', { count: given }))
      setCells({})
      setAsking(false)
    },
  })
  const changed = changedIn(view, cells)
  const faulty = changed.filter(({ problem }) => problem !== null)
  const mayGive = mayDo(view.allowedActions, 'marks.given')
  const send = (because: string | null) =>
    give.send({
      params: { classId: view.classId },
      body: { kind: view.kind, marks: formOf(changed, because) },
    })
  return (
    <>
      <TaughtHead view={view} part="marks" />
      <p className="small">
        {t('classes.teaching.grid.rule', {
          maxMark: String(view.maxMark),
          passMark: writeMark(view.passMark),
          percent: view.minAttendancePercent,
        })}
      </p>
      <MarksGrid view={view} cells={cells} onChange={setCells} readOnly={!mayGive} />
      <ProblemNote problem={give.problem} />
      <Details problem={give.problem} />
      {mayGive && (
        <p className={`row ${styles.foot}`}>
          <Button
            kind="primary"
            sending={give.sending}
            blockedBy={changed.length === 0 || faulty.length > 0 ? 'marks-why' : undefined}
            onClick={() => (changed.some(isCorrection) ? setAsking(true) : void send(null))}
          >
            {t('classes.teaching.grid.give', { count: changed.length })}
          </Button>
          <span className="small" id="marks-why">
            {faulty.length > 0
              ? t('classes.teaching.grid.faulty', { count: faulty.length })
              : t('classes.teaching.grid.hint')}
          </span>
        </p>
      )}
      <ReasonDialog
        title={t('classes.teaching.grid.correctionTitle')}
        deed={t('classes.teaching.grid.correct')}
        opened={asking}
        onClose={() => setAsking(false)}
        problem={give.problem}
        onGiven={send}
      />
      <CloseMarking view={view} isTouched={changed.length > 0} />
    </>
  )
}

/** What the server found wrong in the list, line by line. */
function Details({ problem }: { problem: Error | null }) {
  if (!(problem instanceof Problem) || problem.errors.length === 0) return null
  return (
    <ul className="plain">
      {problem.errors.map(({ pointer, detail }) => (
        <li key={pointer}>{detail}</li>
      ))}
    </ul>
  )
}

function CloseMarking({ view, isTouched }: { view: MarksView; isTouched: boolean }) {
  const t = useText()
  const close = useDeed(teachingRoutes.closeMarking)
  const action = view.allowedActions.find(({ deed }) => deed === 'marking.closed')
  if (!action?.allowed) return null
  return (
    <Note>
      <p>{t('classes.teaching.closing.lead')}</p>
      <ProblemNote problem={close.problem} />
      <Details problem={close.problem} />
      <DeedButton
        actions={view.allowedActions}
        deed="marking.closed"
        sending={close.sending}
        because={isTouched ? t('classes.teaching.closing.unsent') : undefined}
        onPress={() => void close.send({ params: { classId: view.classId }, body: {} })}
      >
        {t('classes.teaching.closing.deed')}
      </DeedButton>
    </Note>
  )
}
