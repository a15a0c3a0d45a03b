import { Link } from '@tanstack/react-router'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { rewardRoutes } from '../../domain/reward/reward.contract.ts'
import { Group } from '../kit/Page.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** What a unit was honoured with; nothing at all where there was nothing. */
export function UnitAwards({ unitId }: { unitId: string }) {
  const t = useText()
  const { data } = useReading(rewardRoutes.awards, { query: { unitId } })
  if (!data || data.awards.length === 0) return null
  return (
    <>
      <Group title={t('reward.awards.ofUnit')} />
      <ul className="plain">
        {data.awards.map((award) => (
          <li key={award.fileId}>
            <b>{t(`reward.forms.${award.form}`)}</b>, {award.subjectName}: {award.citation}{' '}
            <Link to="/print/commendations/$id" params={{ id: award.commendationId }}>
              {award.decision}
            </Link>
            {award.decidedOn && `, ${writeDay(day(award.decidedOn))}`}
          </li>
        ))}
      </ul>
    </>
  )
}
