import { useState } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { ChangeTeam } from './ChangeTeam.tsx'
import { EditChecklist } from './EditChecklist.tsx'
import { EditPlan } from './EditPlan.tsx'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { PutOff } from './PutOff.tsx'
import { dayWords, momentWords } from './words.ts'

/** What was decided: what is looked at, when, on whose decision, by whom. */
export function PlanPart({ inspection }: Props) {
  const t = useText()
  const { kind, periodFrom, periodTo, visitFrom, visitTo, announcedAt, criteria } = inspection
  const between = (from: string, to: string) =>
    from === to
      ? t('inspection.page.oneDay', { from: dayWords(from) })
      : t('inspection.page.days', { from: dayWords(from), to: dayWords(to) })
  const score = criteria.reduce((sum, { maxScore }) => sum + maxScore, 0)
  const facts = [
    [t('inspection.page.kind'), t(`inspection.kinds.${kind}`)],
    [t('inspection.page.period'), between(periodFrom, periodTo)],
    [t('inspection.page.visit'), between(visitFrom, visitTo)],
    [
      t('inspection.page.decision'),
      t('inspection.page.decisionWords', {
        number: inspection.decisionNumber,
        day: dayWords(inspection.decisionOn),
      }),
    ],
    ...(announcedAt ? [[t('inspection.page.announced'), momentWords(announcedAt)]] : []),
    [
      t('inspection.checklist.title'),
      t('inspection.checklist.count', { count: criteria.length, score }),
    ],
  ]
  return (
    <aside aria-label={t('inspection.page.plan')}>
      <h2>{t('inspection.page.plan')}</h2>
      <dl className={look.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('inspection.page.team')}</h3>
      <ul className="plain">
        {inspection.team.map(({ officialId, fullName, role, isLost }) => (
          <li key={officialId}>
            {fullName} <span className="small">{t(`inspection.teamRoles.${role}`)}</span>
            {isLost && <StateWord tone="soon">{t('inspection.changeTeam.lost')}</StateWord>}
          </li>
        ))}
      </ul>
      <Changing inspection={inspection} />
    </aside>
  )
}

function Changing({ inspection }: Props) {
  const t = useText()
  const [cancelling, setCancelling] = useState(false)
  const cancel = useDeed(routes.cancel)
  const { allowedActions, inspectionId } = inspection
  return (
    <>
      <div className="row">
        {mayDo(allowedActions, 'inspection.edited') && <EditPlan inspection={inspection} />}
        {mayDo(allowedActions, 'checklist.edited') && <EditChecklist inspection={inspection} />}
        {mayDo(allowedActions, 'visit.putOff') && <PutOff inspection={inspection} />}
        {mayDo(allowedActions, 'team.changed') && <ChangeTeam inspection={inspection} />}
        {mayDo(allowedActions, 'inspection.cancelled') && (
          <Button kind="warn" onClick={() => setCancelling(true)}>
            {t('inspection.page.cancel')}
          </Button>
        )}
      </div>
      <ReasonDialog
        title={t('inspection.page.cancelTitle')}
        deed={t('inspection.page.cancel')}
        opened={cancelling}
        onClose={() => setCancelling(false)}
        problem={cancel.problem}
        onGiven={async (reason) => {
          if (await cancel.send({ params: { inspectionId }, body: { reason } }))
            setCancelling(false)
        }}
      />
    </>
  )
}
