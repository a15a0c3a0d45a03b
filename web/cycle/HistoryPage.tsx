import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { historyRow } from '../app/HistoryPanel.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { HistoryList } from '../kit/HistoryList.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { Pager } from '../kit/table/Pager.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { useCycleYear } from './CyclePage.tsx'

/** Everything that was done in a year, readable. */
export function HistoryPage() {
  const t = useText()
  const go = useNavigate()
  const planYear = useCycleYear()
  const { page = 1 } = useSearch({ strict: false })
  const history = useReading(cycleRoutes.cycleHistory, { params: { planYear }, query: { page } })
  const turn = (to: number) => void go({ to: '.', search: to === 1 ? {} : { page: to } })
  return (
    <>
      <YearRibbon year={planYear} />
      <PageHead
        working
        title={t('cycle.pages.history.yearTitle', { planYear })}
        crumbs={[
          {
            label: t('cycle.pages.cycle.year', { planYear }),
            link: (
              <Link to="/cycles/$year" params={{ year: String(planYear) }}>
                {t('cycle.pages.cycle.year', { planYear })}
              </Link>
            ),
          },
          { label: t('cycle.pages.history.title') },
        ]}
      />
      <Shown reading={history}>
        {({ entries, hasMore }) => (
          <>
            <HistoryList rows={entries.map(historyRow)} />
            <Pager
              excelHref={`/api/cycles/${planYear}/history/export.xlsx`}
              {...(page > 1 && { onFirst: () => turn(1) })}
              {...(hasMore && { onNext: () => turn(page + 1) })}
            />
          </>
        )}
      </Shown>
    </>
  )
}
