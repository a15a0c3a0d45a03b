import { useState } from 'react'
import { writeNumber } from '../../domain/grammar/text.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type {
  ConsolidationView,
  RequestRow,
  SharedTarget,
  TargetRequests,
} from '../../domain/revision/views.contract.ts'
import { addressOf } from '../address.ts'
import { BalanceBar } from '../kit/BalanceBar.tsx'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { Anew } from './Anew.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { FilesBeside } from './FilesBeside.tsx'
import { RequestBars } from './RequestBars.tsx'
import styles from './revision.module.css'

type Asking = { view: ConsolidationView; asked: TargetRequests }

/** What units ask about their targets; whatever is granted, the sum stays the headline. */
export function Requests({ view }: { view: ConsolidationView }) {
  const found = useReading(routes.targetRequests, { params: { planId: view.plan.id } })
  return <Shown reading={found}>{(asked) => <Targets {...{ view, asked }} />}</Shown>
}

function Targets({ view, asked }: Asking) {
  const { targets, requests } = asked
  const t = useText()
  const sheet = `${routes.targetRequests.path}/export.xlsx`
  const isAsked = ({ code }: SharedTarget) => requests.some(({ targetCode }) => targetCode === code)
  const others = targets.filter((target) => !isAsked(target))
  if (targets.length === 0) return <Empty>{t('revision.requestsPart.empty')}</Empty>
  return (
    <>
      {requests.length === 0 && <p>{t('revision.requestsPart.empty')}</p>}
      <p className="row">
        <a className="btn" href={addressOf(sheet, { planId: view.plan.id })} download>
          <Icon name="download" />
          {t('revision.requestsPart.download')}
        </a>
      </p>
      {[...targets.filter(isAsked), ...others].map((target) => (
        <OfTarget key={target.code} {...{ view, target, asked }} />
      ))}
    </>
  )
}

function OfTarget({ view, target, asked }: Asking & { target: SharedTarget }) {
  const t = useText()
  const requests = asked.requests.filter(({ targetCode }) => targetCode === target.code)
  return (
    <section aria-label={target.text} className={styles.target}>
      <h2>
        {target.code}. {target.text}
      </h2>
      <BalanceBar
        totalName={t('revision.requestsPart.balance', { code: target.code })}
        givenName={t('revision.requestsPart.now')}
        total={target.headline}
        given={target.allocated}
        unit={target.measuredIn}
      />
      <Anew {...{ view, target }} />
      {requests.length > 0 && <RequestBars {...{ target, requests }} />}
      <ul className="plain">
        {requests.map((request) => (
          <Asked key={request.id} {...{ view, target, request }} files={asked.files} />
        ))}
      </ul>
      <Shares target={target} />
    </section>
  )
}

type AskedProps = {
  view: ConsolidationView
  target: SharedTarget
  request: RequestRow
  files: TargetRequests['files']
}

function Asked({ view, target, request, files }: AskedProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { decision, assigned, requested, reason, particularity, feasibility } = request
  return (
    <li>
      <b>{request.unitName}</b> <span className="small">{request.number}</span>
      {view.rounds.length > 1 && (
        <span className="small"> ({t('revision.page.ofRound', { round: request.round })})</span>
      )}
      <p>
        {t('revision.requestsPart.assigned')} <b className="num">{writeNumber(assigned)}</b>,{' '}
        {t('revision.requestsPart.requested')} <b className="num">{writeNumber(requested)}</b>{' '}
        {target.measuredIn}
      </p>
      <p>
        {t('revision.requestsPart.reason', {
          reason: t(`revision.reasons.${reason}`),
          particularity,
        })}
      </p>
      <p>{t('revision.requestsPart.feasibility', { text: feasibility })}</p>
      {request.commitment && (
        <p>{t('revision.requestsPart.commitment', { text: request.commitment })}</p>
      )}
      <FilesBeside
        planId={view.plan.id}
        files={files}
        number={request.number}
        placeKind="TARGET"
        placeCode={request.targetCode}
      />
      <div className="row">
        <StateWord tone={decision ? 'done' : 'not'}>
          {decision
            ? t('revision.requestsPart.decided', {
                outcome: t(`revision.outcomes.${decision.outcome}`),
                granted: writeNumber(decision.granted),
                measuredIn: target.measuredIn,
              })
            : t('revision.requestsSheet.open')}
        </StateWord>
        {mayDo(view.allowedActions, 'request.decided') && (
          <Button kind="text" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(decision ? 'revision.requestsPart.change' : 'revision.requestsPart.decide')}
            <span className="vh"> {request.unitName}</span>
          </Button>
        )}
      </div>
      {decision?.explanation && <p>{decision.explanation}</p>}
      {open && <DecisionForm {...{ request, target }} onDone={() => setOpen(false)} />}
    </li>
  )
}

function Shares({ target }: { target: SharedTarget }) {
  const t = useText()
  const [shown, setShown] = useState(false)
  const number = (value: number | null) => (value === null ? '' : writeNumber(value))
  return (
    <>
      <Button kind="text" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'revision.requestsPart.hideShares' : 'revision.requestsPart.showShares')}
      </Button>
      {shown && (
        <DataTable
          label={t('revision.requestsPart.shares')}
          rows={target.shares}
          rowKey={(share) => share.unitId}
          columns={[
            col<SharedTarget['shares'][number]>({
              id: 'unit',
              head: t('revision.requestsPart.unit'),
              rowHead: true,
              cell: (share) => share.unitName,
            }),
            col<SharedTarget['shares'][number]>({
              id: 'consulted',
              head: t('revision.requestsPart.consulted'),
              right: true,
              cell: (share) => number(share.consulted),
            }),
            col<SharedTarget['shares'][number]>({
              id: 'now',
              head: t('revision.requestsPart.now'),
              right: true,
              cell: (share) => number(share.value),
            }),
            col<SharedTarget['shares'][number]>({
              id: 'difference',
              head: t('revision.requestsPart.difference'),
              right: true,
              cell: (share) => number(share.value - (share.consulted ?? share.value)),
            }),
          ]}
        />
      )}
    </>
  )
}
