import { Link, useSearch } from '@tanstack/react-router'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RewardsView, RoundRowView } from '../../domain/reward/views.contract.ts'
import { useYear } from '../app/year.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Group } from '../kit/Page.tsx'
import { Empty } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { OpenRound } from './OpenRound.tsx'
import { Registrations } from './Registrations.tsx'
import { dayOf, toneOfRound } from './words.ts'
import { YearPage } from './YearPage.tsx'

/** The year's awards: who registered, and each round on its way to the decision. */
export function RewardsPage() {
  const { year } = useSearch({ from: '/shell/rewards' })
  const looked = useYear()
  const planYear = year ?? looked
  return planYear === null ? null : <Year planYear={planYear} />
}

function Year({ planYear }: { planYear: number }) {
  const t = useText()
  const found = useReading(routes.rewards, { params: { planYear } })
  return (
    <YearPage
      {...{ planYear }}
      reading={found}
      head={(view) => ({
        title: t('reward.pages.title', { planYear: String(planYear) }),
        lead: t('reward.pages.lead'),
        deeds: (
          <>
            {mayDo(view.allowedActions, 'commendation.opened') && <OpenRound planYear={planYear} />}
            <Link className="btn" to="/awards">
              {t('reward.pages.board')}
            </Link>
          </>
        ),
      })}
    >
      {(view) => (
        <>
          <Rounds view={view} />
          <Registrations view={view} />
        </>
      )}
    </YearPage>
  )
}

function Rounds({ view: { rounds } }: { view: RewardsView }) {
  const t = useText()
  return (
    <>
      <Group title={t('reward.pages.rounds')} first />
      {rounds.length === 0 ? (
        <Empty>{t('reward.pages.noRounds')}</Empty>
      ) : (
        <DataTable<RoundRowView>
          label={t('reward.pages.rounds')}
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            col({
              id: 'title',
              head: t('reward.pages.open.title'),
              rowHead: true,
              cell: ({ id, title }) => (
                <Link to="/rewards/$id" params={{ id }}>
                  {title}
                </Link>
              ),
            }),
            col({
              id: 'kind',
              head: t('reward.pages.open.kind'),
              cell: ({ kind }) => t(`reward.kinds.${kind}`),
            }),
            col({
              id: 'files',
              head: t('reward.pages.round.files'),
              right: true,
              cell: ({ files }) => files,
            }),
            col({
              id: 'due',
              head: t('reward.pages.open.councilDueOn'),
              cell: ({ councilDueAt }) => dayOf(councilDueAt),
            }),
            col({
              id: 'state',
              head: t('cycle.movement.state'),
              cell: ({ state, decision }) => (
                <StateWord tone={toneOfRound[state]}>
                  {decision ?? t(`reward.states.${state}`)}
                </StateWord>
              ),
            }),
          ]}
        />
      )}
    </>
  )
}
