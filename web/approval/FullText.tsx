import { useEffect, useRef } from 'react'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { ReadToTheEnd } from '../app/SinceRead.tsx'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Clause, Sheet } from '../kit/paper/Sheet.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import type { Submitted } from './words.ts'

/** The whole text that is voted on; the place read up to is found again on another device. */
export function FullText({ dossier }: { dossier: Submitted }) {
  const params = { approvalId: dossier.approval.id }
  const found = useReading(routes.dossierText, { params })
  return <Shown reading={found}>{({ content }) => <Paper {...{ dossier, content }} />}</Shown>
}

type Props = { dossier: Submitted; content: PlanContent }

function Paper({ dossier, content }: Props) {
  const t = useText()
  const sections = [...new Set(content.clauses.map(({ section }) => section))]
  // Only when the text is opened: later marks must not move what is being read.
  const openAt = useRef(dossier.mine.placeCode)
  useEffect(() => {
    document.getElementById(`clause-${openAt.current}`)?.scrollIntoView()
  }, [])
  return (
    <Sheet className={styles.sum} label={content.title}>
      <h2 className={`ptitle ${styles.title}`}>{content.title}</h2>
      <ul>
        {content.legalBases.map(({ docType, number, issuer, abstract }) => (
          <li key={`${docType} ${number} ${abstract}`}>
            <i>
              {t('approval.text.bases')} {[docType, number, issuer].filter(Boolean).join(', ')}{' '}
              {abstract};
            </i>
          </li>
        ))}
      </ul>
      {sections.map((section) => (
        <section key={section}>
          <h3>{section}</h3>
          {content.clauses
            .filter((clause) => clause.section === section)
            .map((clause) => (
              <div key={clause.code} id={`clause-${clause.code}`} className={styles.clause}>
                <Clause number={clause.code}>
                  <div>
                    <b>{clause.heading}</b>
                    <p className={styles.lines}>{clause.text}</p>
                    <Mark dossier={dossier} code={clause.code} />
                  </div>
                </Clause>
              </div>
            ))}
        </section>
      ))}
      {content.classLines.length > 0 && (
        <h3>{t('approval.text.annex', { count: content.classLines.length })}</h3>
      )}
      <ol>
        {content.classLines.map(({ code, topic, seats, month }) => (
          <li key={code}>{t('approval.text.line', { topic, seats, month })}</li>
        ))}
      </ol>
      <ReadToTheEnd planId={dossier.plan.id} />
    </Sheet>
  )
}

function Mark({ dossier, code }: { dossier: Submitted; code: string }) {
  const t = useText()
  const mark = useDeed(routes.markPlace, { touches: [routes.dossier] })
  const { mine, approval, allowedActions } = dossier
  if (mine.placeCode === code)
    return <p className={styles.marked}>{t('approval.text.marked', { code })}</p>
  if (!mayDo(allowedActions, 'dossier.marked')) return null
  return (
    <Button
      kind="text"
      className={styles.mark ?? ''}
      onClick={() =>
        void mark.send({ params: { approvalId: approval.id }, body: { placeCode: code } })
      }
    >
      {t('approval.text.mark')}
      <span className="vh"> {code}</span>
    </Button>
  )
}
