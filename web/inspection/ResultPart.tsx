import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { ProposeFromResult } from '../app/ProposeFromResult.tsx'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { sayCode, useText } from '../text.ts'
import { DraftResult } from './DraftResult.tsx'
import type { Props } from './InspectionPage.tsx'
import { dayWords, momentWords, scoreWords } from './words.ts'

/** From the team's draft over the committee's signature to the number of the notice. */
export function ResultPart({ inspection }: Props) {
  const t = useText()
  const { result, resultDueAt, allowedActions, stateBecause, state, scorePercent } = inspection
  const isOpen = resultDueAt && !result?.number
  if (!result && !mayDo(allowedActions, 'result.drafted')) return null
  return (
    <section aria-label={t('inspection.result.title')}>
      <h2>{t('inspection.result.title')}</h2>
      {isOpen && <p>{t('inspection.result.due', { day: writeDay(dayOfInstant(resultDueAt)) })}</p>}
      {state === 'RESULT_DRAFT' && stateBecause && (
        <Note tone="act">
          <p>{t('inspection.result.returned', { reason: stateBecause })}</p>
        </Note>
      )}
      {result && (
        <>
          <p>
            <b>{t(`inspection.ratings.${result.rating}`)}</b>
            {scorePercent !== null && `, ${scoreWords(scorePercent)}/100`}
          </p>
          <p style={{ whiteSpace: 'pre-line' }}>{result.conclusion}</p>
          <Issued inspection={inspection} />
        </>
      )}
      {mayDo(allowedActions, 'result.drafted') && <DraftResult inspection={inspection} />}
      <Passing inspection={inspection} />
      {mayDo(allowedActions, 'result.issued') && <Issuing inspection={inspection} />}
    </section>
  )
}

function Issued({ inspection: { result, inspectionId } }: Props) {
  const t = useText()
  if (!result) return null
  const { passedBy, passedAt, number, issuedOn, rating } = result
  return (
    <>
      {passedBy && passedAt && (
        <p className="small">
          {t('inspection.result.passed', { name: passedBy, at: momentWords(passedAt) })}
        </p>
      )}
      {number && issuedOn && (
        <p>
          {t('inspection.result.issued', { number, day: dayWords(issuedOn) })}.{' '}
          <Link
            to="/print/inspections/$inspectionId/$paper"
            params={{ inspectionId, paper: 'result' }}
          >
            {t('inspection.page.printResult')}
          </Link>
        </p>
      )}
      {number && rating === 'GOOD' && <ProposeFromResult inspectionId={inspectionId} />}
    </>
  )
}

function Passing({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState<'pass' | 'give' | null>(null)
  const close = () => setOpen(null)
  const pass = useDeed(routes.passResult, { onDone: close })
  const give = useDeed(routes.returnResult)
  const { inspectionId, allowedActions, obstacles } = inspection
  if (!mayDo(allowedActions, 'result.passed')) return null
  const params = { inspectionId }
  return (
    <>
      {obstacles.length > 0 && (
        <ul className="plain" id="pass-why">
          {obstacles.map(({ code, params: given }) => (
            <li key={code}>{sayCode(code, given)}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          kind="primary"
          icon="rubber-stamp"
          blockedBy={obstacles.length > 0 ? 'pass-why' : undefined}
          onClick={() => setOpen('pass')}
        >
          {t('inspection.result.pass')}
        </Button>
        <Button kind="warn" onClick={() => setOpen('give')}>
          {t('inspection.result.give')}
        </Button>
      </div>
      <Dialog title={t('inspection.result.passTitle')} opened={open === 'pass'} onClose={close}>
        <p>{t('inspection.result.passBody')}</p>
        <ProblemNote problem={pass.problem} />
        <Button
          kind="primary"
          sending={pass.sending}
          onClick={() => void pass.send({ params, body: {} })}
        >
          {t('inspection.result.pass')}
        </Button>
      </Dialog>
      <ReasonDialog
        title={t('inspection.result.giveTitle')}
        deed={t('inspection.result.give')}
        opened={open === 'give'}
        onClose={close}
        problem={give.problem}
        onGiven={async (reason) => {
          if (await give.send({ params, body: { reason } })) close()
        }}
      />
    </>
  )
}

function Issuing({ inspection: { inspectionId } }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const issue = useDeed(routes.issueResult, { onDone: () => setOpen(false) })
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('inspection.result.issue')}
      </Button>
      <Dialog
        title={t('inspection.result.issueTitle')}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <p>{t('inspection.result.issueBody')}</p>
        <ProblemNote problem={issue.problem} />
        <Button
          kind="primary"
          sending={issue.sending}
          onClick={() => void issue.send({ params: { inspectionId }, body: {} })}
        >
          {t('inspection.result.issue')}
        </Button>
      </Dialog>
    </>
  )
}
