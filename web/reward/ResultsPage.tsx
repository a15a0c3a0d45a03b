import { Link, useParams } from '@tanstack/react-router'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { ClassRowView, ResultsView } from '../../domain/reward/results.contract.ts'
import { addressOf } from '../address.ts'
import { Group } from '../kit/Page.tsx'
import { Empty } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { CloseYear } from './CloseYear.tsx'
import { figureWords, satisfactionWords } from './result-words.ts'
import { TargetResult } from './TargetResult.tsx'
import { YearPage } from './YearPage.tsx'

/** The year-end board: every target planned against done, its quality beside it, and the close. */
export function ResultsPage() {
  const t = useText()
  const { year } = useParams({ from: '/shell/cycles/$year/results' })
  const planYear = Number(year)
  const found = useReading(routes.results, { params: { planYear } })
  return (
    <YearPage
      {...{ planYear }}
      reading={found}
      head={(view) => ({
        title: t('reward.results.title', { planYear: String(planYear) }),
        lead: t('reward.results.lead'),
        state: view.isClosed && (
          <StateWord tone="done" head>
            {t('reward.results.closed')}
          </StateWord>
        ),
        deeds: <CloseYear view={view} />,
      })}
    >
      {(view) => (
        <>
          <Targets view={view} />
          <Classes view={view} />
        </>
      )}
    </YearPage>
  )
}

function Targets({ view: { targets, planYear } }: { view: ResultsView }) {
  const t = useText()
  if (targets.length === 0) return <Empty>{t('reward.results.noTargets')}</Empty>
  return (
    <>
      <p className="small">{t('reward.results.legend')}</p>
      {targets.map((target) => (
        <TargetResult key={`${target.planType} ${target.code}`} {...{ target, planYear }} />
      ))}
      <p>
        <a
          className="btn"
          href={addressOf('/cycles/:planYear/results/export.xlsx', { planYear })}
          download
        >
          {t('shell.table.excel')}
        </a>
      </p>
    </>
  )
}

function Classes({ view: { classes } }: { view: ResultsView }) {
  const t = useText()
  if (classes.length === 0) return null
  const figure = (id: 'planned' | 'attended' | 'tested' | 'passed', head: string) =>
    col<ClassRowView>({
      id,
      head,
      right: true,
      cell: (row) => figureWords(row[id]) ?? t('reward.results.unknown'),
    })
  return (
    <div id="classes">
      <Group title={t('reward.results.classes')} />
      <DataTable<ClassRowView>
        label={t('reward.results.classes')}
        rows={classes}
        rowKey={({ code }) => code}
        columns={[
          col({
            id: 'title',
            head: t('reward.results.className'),
            rowHead: true,
            cell: ({ classId: id, code, title }) =>
              id ? (
                <Link to="/classes/$id" params={{ id }}>
                  {code}. {title}
                </Link>
              ) : (
                `${code}. ${title}`
              ),
          }),
          figure('planned', t('reward.results.seats')),
          figure('attended', t('reward.results.attended')),
          figure('tested', t('reward.results.tested')),
          figure('passed', t('reward.results.passed')),
          col({
            id: 'satisfaction',
            head: t('reward.results.satisfaction'),
            right: true,
            cell: ({ ratings }) => satisfactionWords(ratings, t) ?? t('reward.results.notEnough'),
          }),
        ]}
      />
    </div>
  )
}
