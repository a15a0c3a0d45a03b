import { Link } from '@tanstack/react-router'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { rewardRoutes } from '../../domain/reward/reward.contract.ts'
import type { ProposableView } from '../../domain/reward/views.contract.ts'
import { Group } from '../kit/Page.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** The way from an inspection's good result to a proposal, while somebody still remembers it. */
export function ProposeFromResult({ inspectionId }: { inspectionId: string }) {
  const t = useText()
  const { data } = useReading(rewardRoutes.proposable, { params: { inspectionId } })
  if (!data || (!data.mayPropose && !data.proposed)) return null
  return (
    <section aria-label={t('reward.pages.fromResult.title')}>
      <Group title={t('reward.pages.fromResult.title')} />
      {data.proposed ? (
        <p>
          {t('reward.pages.fromResult.proposed')}{' '}
          <Link to="/rewards/$id" params={{ id: data.proposed.commendationId }}>
            {data.proposed.title}
          </Link>
        </p>
      ) : (
        <Rounds view={data} />
      )}
    </section>
  )
}

function Rounds({ view }: { view: ProposableView }) {
  const t = useText()
  const { rounds, unitId, planYear, daysSinceResult } = view
  return (
    <>
      <p>
        {t('inspection.result.commend')}{' '}
        {daysSinceResult !== null &&
          daysSinceResult > 0 &&
          t('reward.pages.fromResult.since', { days: daysSinceResult })}
      </p>
      {rounds.map(({ commendationId: id, title, filesDueAt }) => (
        <p key={id} className="row">
          <Link
            className="btn"
            to="/rewards/$id"
            params={{ id }}
            search={{ view: 'propose', unit: unitId }}
          >
            {rounds.length === 1
              ? t('reward.pages.fromResult.propose')
              : t('reward.pages.fromResult.proposeIn', { title })}
          </Link>
          <span className="small">
            {rounds.length === 1 && `${title}. `}
            {t('reward.pages.fromResult.due', { day: writeDay(dayOfInstant(filesDueAt)) })}
          </span>
        </p>
      ))}
      {rounds.length === 0 && (
        <p>
          {t('reward.pages.fromResult.noRound', { planYear: String(planYear) })}{' '}
          <Link to="/rewards" search={{ year: planYear }}>
            {t('reward.pages.fromResult.toRounds')}
          </Link>
        </p>
      )}
    </>
  )
}
