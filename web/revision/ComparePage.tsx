import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ChangedPlace, ComparisonView } from '../../domain/revision/views.contract.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { type DiffMode, DiffModes, WordDiff } from '../kit/paper/WordDiff.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'
import styles from './revision.module.css'

const from = '/shell/cycles/$year/revision/compare'

/** Word by word what became of the text that was consulted on, and for which comment. */
export function ComparePage() {
  const t = useText()
  const { year } = useParams({ from })
  const search = useSearch({ from })
  const plans = useReading(routes.consolidationOfYear, { params: { planYear: Number(year) } })
  return (
    <>
      <YearRibbon year={Number(year)} />
      <Shown reading={plans}>
        {(found) => {
          const planId = search.plan ?? found.plans[0]?.id
          if (planId) return <OnePlan planId={planId} />
          return <Empty>{t('revision.page.noPlan')}</Empty>
        }}
      </Shown>
    </>
  )
}

function OnePlan({ planId }: { planId: string }) {
  const found = useReading(routes.comparison, { params: { planId }, query: {} })
  return <Shown reading={found}>{(view) => <Comparison view={view} />}</Shown>
}

function Comparison({ view }: { view: ComparisonView }) {
  const t = useText()
  const { year } = useParams({ from })
  const { mode = 'merged' } = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/revision/compare' })
  const go = (next: { plan?: string; mode?: DiffMode }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const to =
    view.to === null
      ? t('revision.compare.working')
      : t('revision.compare.version', { version: view.to })
  return (
    <>
      <PageHead
        working
        title={t('revision.compare.title', { count: view.changed })}
        lead={`${view.plan.title}. ${t('revision.compare.between', { from: view.from, to })}`}
        deeds={
          <Link
            className="btn"
            to="/cycles/$year/revision"
            params={{ year }}
            search={{ plan: view.plan.id }}
          >
            {t('revision.compare.back')}
          </Link>
        }
      />
      <div className={styles.parts}>
        {view.plans.length > 1 && (
          <FilterTabs
            label={t('revision.page.plans')}
            value={view.plan.id}
            onChoose={(plan) => go({ plan })}
            tabs={view.plans.map(({ id, planType }) => ({
              value: id,
              label: t(`revision.page.${planType}`),
            }))}
          />
        )}
        <DiffModes mode={mode} onChoose={(next) => go({ mode: next })} />
      </div>
      {view.places.length === 0 && <Empty>{t('revision.compare.none')}</Empty>}
      {view.places.map((place) => (
        <Change key={`${place.kind} ${place.code}`} {...{ place, mode }} />
      ))}
    </>
  )
}

function Change({ place, mode }: { place: ChangedPlace; mode: DiffMode }) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const { kind, code, heading, before, after, comments } = place
  const title = nameOf({ kind, code, heading })
  return (
    <section className={styles.change} aria-label={title}>
      <h2>{title}</h2>
      <Sheet className={styles.changed}>
        <WordDiff before={before ?? ''} after={after ?? ''} mode={mode} counts />
      </Sheet>
      <div className={styles.for}>
        <h3>
          {t(comments.length > 0 ? 'revision.compare.forComments' : 'revision.compare.forNone')}
        </h3>
        <ul className="plain">
          {comments.map((comment) => (
            <li key={comment.id}>
              <b>{comment.unitName}</b> <span className="small nw">{comment.number}</span>
              <p>{comment.text}</p>
              <p>{t(`revision.dispositions.${comment.disposition}`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
