import { VOTES } from '../../domain/approval/ballot.ts'
import { approvalRoutes as routes, type SeatView } from '../../domain/approval/approval.contract.ts'
import { addressOf } from '../address.ts'
import { Icon } from '../kit/Icon.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import { momentWords, type Submitted } from './words.ts'

/** Who has read and voted, and the quorum so far; how, only for those who may see it. */
export function Board({ dossier }: { dossier: Submitted }) {
  const t = useText()
  const { approval, board, tally, plan } = dossier
  if (approval.state === 'CHECKING' || (approval.state === 'RETURNED' && approval.voted === 0))
    return null
  const { voted, membersTotal: total, quorum } = approval
  const missing = Math.max(0, quorum - voted)
  return (
    <section className={styles.board} aria-label={t('approval.board.title')}>
      <h2>{t('approval.board.title')}</h2>
      <p>
        {t('approval.board.quorum', { voted, total, quorum })}:{' '}
        {missing === 0
          ? t('approval.board.quorumReached')
          : t('approval.board.quorumMissing', { missing })}
        .
      </p>
      {tally ? (
        <p>
          {VOTES.map((vote) => `${t(`approval.votes.${vote}`)} ${tally[vote] ?? 0}`).join(' · ')}
        </p>
      ) : (
        <p className="small">{t('approval.board.hidden')}</p>
      )}
      <ul className={`plain ${styles.seats}`}>
        {board.map((seat) => (
          <Seat key={seat.officialId} seat={seat} />
        ))}
      </ul>
      <a
        className="btn text"
        href={addressOf(`${routes.dossier.path}/export.xlsx`, { planId: plan.id })}
      >
        <Icon name="download" />
        {t('approval.board.download')}
      </a>
    </section>
  )
}

function Seat({ seat }: { seat: SeatView }) {
  const t = useText()
  const word = seat.votedAt ? 'voted' : seat.readAt ? 'read' : 'waiting'
  const tone = { voted: 'done', read: 'now', waiting: 'not' } as const
  return (
    <li>
      <b>{seat.fullName}</b> <span className="small">{t(`approval.seats.${seat.role}`)}</span>
      <p>
        <StateWord tone={tone[word]}>
          {seat.vote ? t(`approval.votes.${seat.vote}`) : t(`approval.board.${word}`)}
        </StateWord>{' '}
        {seat.votedAt && (
          <span className="small">{t('approval.ballot.at', momentWords(seat.votedAt))}</span>
        )}
      </p>
      {seat.remark && <p>{seat.remark}</p>}
    </li>
  )
}
