import { Link, useParams } from '@tanstack/react-router'
import {
  type CertificatesView,
  certificateRoutes,
} from '../../domain/classes/certificates.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { useDeed } from '../deed.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { Group } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { IssuedCertificates } from './IssuedCertificates.tsx'
import { IssueCertificates } from './IssueCertificates.tsx'
import { TaughtHead } from './TaughtHead.tsx'
import styles from './teaching.module.css'
import { reasonsWords } from './teaching-words.ts'

/** Who may have a certificate, who may not and why, what was issued and how far the issuing is. */
export function CertificatesPage() {
  const { id: classId = '' } = useParams({ strict: false })
  const params = { classId }
  const found = useReading(certificateRoutes.certificates, { params }, { everySeconds: 3 })
  return <Shown reading={found}>{(view) => <Certificates view={view} />}</Shown>
}

type Props = { view: CertificatesView }

function Certificates({ view }: Props) {
  const t = useText()
  const { eligible, refused, issued, classId } = view
  return (
    <>
      <TaughtHead view={view} part="certificates" />
      <Job view={view} />
      <Group
        title={t('classes.teaching.certificates.eligible', { count: eligible.length })}
        aside={
          (eligible.length > 0 || issued.length > 0) && (
            <Link to="/print/classes/$id/certificates" params={{ id: classId }}>
              {t(`classes.teaching.certificates.${issued.length > 0 ? 'printAll' : 'preview'}`)}
            </Link>
          )
        }
      />
      {eligible.length === 0 ? (
        <Empty>{t('classes.teaching.certificates.nobodyLeft')}</Empty>
      ) : (
        <p>{eligible.map(({ fullName }) => fullName).join(', ')}</p>
      )}
      {eligible.length > 0 && mayDo(view.allowedActions, 'certificates.asked') && (
        <IssueCertificates view={view} />
      )}
      {refused.length > 0 && <Refused view={view} />}
      {issued.length > 0 && <IssuedCertificates issued={issued} />}
      <Next view={view} />
    </>
  )
}

function Refused({ view: { refused } }: Props) {
  const t = useText()
  return (
    <>
      <Group title={t('classes.teaching.certificates.refused', { count: refused.length })} />
      <ul className="plain">
        {refused.map(({ nominationId, fullName, unitName, obstacles }) => (
          <li key={nominationId}>
            <b>{fullName}</b>, {unitName}
            <p>{reasonsWords(obstacles)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Goes on by itself: the page may be closed. */
function Job({ view: { job } }: Props) {
  const t = useText()
  if (!job) return null
  const { done, total, failures, state } = job
  const isOver = state === 'DONE'
  if (isOver && failures.length === 0) return null
  return (
    <Note tone={isOver ? 'act' : 'plain'}>
      <p role="status">
        {t(`classes.teaching.certificates.${isOver ? 'jobDone' : 'jobRuns'}`, { done, total })}
      </p>
      {failures.length > 0 && (
        <ul className="plain">
          {failures.map(({ fullName, error }) => (
            <li key={fullName}>
              {fullName}: {sayCode(error)}
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}

/** From the certificates to the settled, and then to the closed class. */
function Next({ view }: Props) {
  const t = useText()
  const params = { classId: view.classId }
  const settle = useDeed(teachingRoutes.settleClass)
  const close = useDeed(teachingRoutes.closeClass)
  const maySettle = mayDo(view.allowedActions, 'class.settled') && view.eligible.length === 0
  const mayClose = mayDo(view.allowedActions, 'class.closed')
  if (!maySettle && !mayClose) return null
  const deed = maySettle ? settle : close
  return (
    <>
      <ProblemNote problem={deed.problem} />
      <p className={`row ${styles.foot}`}>
        <Button
          kind="primary"
          sending={deed.sending}
          onClick={() => void deed.send({ params, body: {} })}
        >
          {t(`classes.teaching.certificates.${maySettle ? 'settle' : 'close'}`)}
        </Button>
        <span className="small">
          {t(`classes.teaching.certificates.${maySettle ? 'settleHint' : 'closeHint'}`)}
        </span>
      </p>
    </>
  )
}
