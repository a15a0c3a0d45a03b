import type { RoundView } from '../../domain/reward/views.contract.ts'
import { Group } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import look from './reward.module.css'

/** Who sits in the council and who has voted; how they voted stands with each file. */
export function Council({ round: { seats, state, bodyName } }: { round: RoundView }) {
  const t = useText()
  if (seats.length === 0) return null
  const isVoted = state !== 'FILING' && state !== 'CHECKING'
  return (
    <aside aria-label={t('reward.pages.round.council')}>
      <Group title={t('reward.pages.round.council')} first />
      <p className="small">{bodyName}</p>
      <ul className={look.seats}>
        {seats.map(({ officialId, fullName, role, votedAt }) => (
          <li key={officialId}>
            {fullName}
            <span className={look.under}>{t(`reward.seats.${role}`)}</span>
            {isVoted && (
              <StateWord tone={votedAt ? 'done' : 'not'}>
                {t(votedAt ? 'reward.pages.round.memberVoted' : 'reward.pages.round.memberWaiting')}
              </StateWord>
            )}
          </li>
        ))}
      </ul>
    </aside>
  )
}
