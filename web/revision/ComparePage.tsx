import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ChangedPlace, ComparisonView } from '../../domain/revision/views.contract.ts'
import { MarkRead } from '../app/MarkRead.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { type DiffMode, DiffModes, WordDiff } from '../kit/paper/WordDiff.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { FilterSelect, FilterTabs } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'
import styles from './revision.module.css'
import type { CompareSearch } from './search.ts'

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
  const { from: start = 'read', to } = useSearch({ from })
  const query = {
    ...(start === 'read' ? { since: start } : { from: start }),
    ...(to !== undefined && { to }),
  }
  const found = useReading(routes.comparison, { params: { planId }, query })
  return <Shown reading={found}>{(view) => <Comparison view={view} />}</Shown>
}

function Comparison({ view }: { view: ComparisonView }) {
  const t = useText()
  const { year } = useParams({ from })
  const { mode = 'merged', from: start = 'read' } = useSearch({ from })
  const { lastRead, changed } = view
  const isSince = start === 'read' && lastRead !== null
  const day = lastRead ? writeDay(dayOfInstant(lastRead.readAt)) : ''
  const ofVersion = (version: number | null) =>
    version === null ? t('revision.compare.working') : t('revision.compare.version', { version })
  const between = t('revision.compare.between', {
    from: isSince ? t('revision.compare.sinceRead', { day }) : ofVersion(view.from),
    to: ofVersion(view.to),
  })
  return (
    <>
      <PageHead
        working
        title={
          isSince
            ? t('revision.compare.sinceTitle', { count: changed, day })
            : t('revision.compare.title', { count: changed })
        }
        lead={`${view.plan.title}. ${between.charAt(0).toLocaleUpperCase()}${between.slice(1)}.`}
        deeds={
          <>
            <MarkRead planId={view.plan.id} sha256={view.sha256} />
            <Link
              className="btn"
              to="/cycles/$year/revision"
              params={{ year }}
              search={{ plan: view.plan.id }}
            >
              {t('revision.compare.back')}
            </Link>
          </>
        }
      />
      <Choices view={view} />
      {view.places.length === 0 && (
        <Empty>{t(isSince ? 'revision.compare.nothingSince' : 'revision.compare.none')}</Empty>
      )}
      {view.places.map((place) => (
        <Change key={`${place.kind} ${place.code}`} {...{ place, mode }} />
      ))}
    </>
  )
}

/** Which plan, from where to where, and how it is shown; it stands in the address. */
function Choices({ view }: { view: ComparisonView }) {
  const t = useText()
  const { mode = 'merged', from: start, to } = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/revision/compare' })
  const go = (next: CompareSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    })
  const { lastRead, versions } = view
  const choices = versions.map(({ version }) => ({
    value: String(version),
    label: t('revision.compare.version', { version }),
  }))
  const read = lastRead && {
    value: 'read',
    label: t('revision.compare.sinceRead', { day: writeDay(dayOfInstant(lastRead.readAt)) }),
  }
  const shownFrom = start ?? (lastRead ? 'read' : view.from)
  return (
    <div className={styles.parts}>
      {view.plans.length > 1 && (
        <FilterTabs
          label={t('revision.page.plans')}
          value={view.plan.id}
          onChoose={(plan) => go({ plan, from: undefined, to: undefined })}
          tabs={view.plans.map(({ id, planType }) => ({
            value: id,
            label: t(`revision.page.${planType}`),
          }))}
        />
      )}
      <FilterSelect
        label={t('revision.compare.from')}
        value={String(shownFrom)}
        choices={[...(read ? [read] : []), ...choices]}
        onChoose={(value) => go({ from: value === 'read' ? value : Number(value) })}
      />
      <FilterSelect
        label={t('revision.compare.to')}
        value={String(to ?? '')}
        choices={[{ value: '', label: t('revision.compare.now') }, ...choices]}
        onChoose={(value) => go({ to: value === '' ? undefined : Number(value) })}
      />
      <DiffModes mode={mode} onChoose={(next) => go({ mode: next })} />
    </div>
  )
}

function Change({ place, mode }: { place: ChangedPlace; mode: DiffMode }) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const { kind, code, heading, before, after, comments, total } = place
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
        {total > comments.length && (
          <p className="small">
            {t('revision.compare.forMore', { number: writeNumber(total - comments.length) })}
          </p>
        )}
      </div>
    </section>
  )
}
