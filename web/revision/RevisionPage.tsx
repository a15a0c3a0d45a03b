import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { countsOfTotals, opinionFigures } from '../../domain/revision/opinion-figures.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { isUnfinished } from '../../domain/revision/task.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { addressOf } from '../address.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { WaitsFor } from '../app/WaitsFor.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Icon } from '../kit/Icon.tsx'
import { PartsBar } from '../kit/BalanceBar.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { ConsolidationTable } from './ConsolidationTable.tsx'
import { useOpinionParts } from './opinion-parts.ts'
import { OpinionBars } from './OpinionBars.tsx'
import { Requests, Tasks } from './other-tabs.tsx'
import styles from './revision.module.css'
import { anewInList, notNarrowed, useRevisionSearch } from './search.ts'
import { SubmitBar } from './SubmitBar.tsx'

/** Every comment and what becomes of it, until the plan can go to the checks. */
export function RevisionPage() {
  const t = useText()
  const { year, search } = useRevisionSearch()
  const plans = useReading(routes.consolidationOfYear, { params: { planYear: year } })
  return (
    <>
      <YearRibbon year={year} />
      <WaitsFor word="revision" year={year} />
      <Shown reading={plans}>
        {(found) => {
          const planId = search.plan ?? found.plans[0]?.id
          if (planId) return <OnePlan planId={planId} />
          return (
            <>
              <PageHead title={t('revision.page.shortTitle')} working />
              <Empty>{t('revision.page.noPlan')}</Empty>
            </>
          )
        }}
      </Shown>
    </>
  )
}

function OnePlan({ planId }: { planId: string }) {
  const found = useReading(routes.consolidation, { params: { planId } })
  return (
    <Shown reading={found}>
      {(view) => (
        <>
          {isRunning(view) && <Watch planId={planId} />}
          <Desk view={view} />
        </>
      )}
    </Shown>
  )
}

const isRunning = ({ job }: ConsolidationView) =>
  job?.state === 'WAITING' || job?.state === 'RUNNING'

/** While a job is at it, the same reading is asked again every few seconds; then its rows are old. */
function Watch({ planId }: { planId: string }) {
  const client = useQueryClient()
  useReading(routes.consolidation, { params: { planId } }, { everySeconds: 2 })
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: [routes.opinions.path] }),
    [client],
  )
  return null
}

function Desk({ view }: { view: ConsolidationView }) {
  const { search } = useRevisionSearch()
  const part = search.part ?? 'comments'
  return (
    <>
      <Head view={view} />
      <Parts view={view} part={part} />
      {part === 'comments' && (
        <>
          <OpinionBars key={`bars ${view.plan.id}`} view={view} />
          <ConsolidationTable key={view.plan.id} view={view} />
        </>
      )}
      {part === 'requests' && <Requests view={view} />}
      {part === 'tasks' && <Tasks view={view} />}
      <HistoryPanel objectType="plan" objectId={view.plan.id} />
      {part !== 'comments' && <SubmitBar view={view} />}
    </>
  )
}

function Head({ view }: { view: ConsolidationView }) {
  const t = useText()
  const { year } = useRevisionSearch()
  const { totals, plan } = view
  const title = t('revision.page.title', { disposed: totals.disposed, total: totals.comments })
  return (
    <>
      <PageHead
        title={title}
        working
        lead={
          <>
            {plan.title}. <Answered rounds={view.rounds} />
          </>
        }
        deeds={
          <>
            <Link
              className="btn text"
              to="/cycles/$year/revision/compare"
              params={{ year: String(year) }}
              search={{ plan: plan.id }}
            >
              {t('revision.page.compare')}
            </Link>
            <Link
              className="btn text"
              to="/print/consolidations/$planId"
              params={{ planId: plan.id }}
            >
              {t('revision.page.print')}
            </Link>
            <a
              className="btn"
              href={addressOf(`${routes.consolidation.path}/export.xlsx`, { planId: plan.id })}
            >
              <Icon name="download" />
              {t('revision.page.download')}
            </a>
          </>
        }
      />
      {totals.comments > 0 && <Progress view={view} />}
    </>
  )
}

/** How many of the units answered, of each round where they were asked twice. */
function Answered({ rounds }: Pick<ConsolidationView, 'rounds'>) {
  const t = useText()
  const said = rounds.map(({ number: round, answered, invited }) => {
    const units = t('revision.page.answered', { answered, invited })
    return rounds.length > 1 ? t('revision.page.inRound', { round, said: units }) : units
  })
  return `${said.join('. ')}.`
}

function Progress({ view: { totals } }: { view: ConsolidationView }) {
  const partsOf = useOpinionParts()
  return <PartsBar parts={partsOf(opinionFigures(countsOfTotals(totals)))} />
}

type PartsProps = { view: ConsolidationView; part: 'comments' | 'requests' | 'tasks' }

function Parts({ view, part }: PartsProps) {
  const t = useText()
  const { go } = useRevisionSearch()
  const { totals, openRequests, tasks, plans, plan } = view
  const open = {
    comments: totals.comments - totals.disposed,
    requests: openRequests,
    tasks: tasks.filter(isUnfinished).length,
  }
  return (
    <div className={styles.parts}>
      {plans.length > 1 && (
        <FilterTabs
          label={t('revision.page.plans')}
          value={plan.id}
          onChoose={(id) => go({ ...anewInList, ...notNarrowed, plan: id })}
          tabs={plans.map(({ id, planType }) => ({
            value: id,
            label: t(`revision.page.${planType}`),
          }))}
        />
      )}
      <FilterTabs
        label={t('revision.page.parts')}
        value={part}
        onChoose={(next) => go({ part: next })}
        tabs={(['comments', 'requests', 'tasks'] as const).map((each) => ({
          value: each,
          label: t(`revision.page.${each}`, { open: open[each] }),
        }))}
      />
    </div>
  )
}
