import { useId } from 'react'
import { AWARD_VOTES } from '../../domain/reward/council.ts'
import type { FileView, RoundView } from '../../domain/reward/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { useText } from '../text.ts'
import type { BallotDraft } from './BallotFrame.tsx'
import look from './reward.module.css'

type Props = {
  file: FileView
  round: RoundView
  vote: BallotDraft | null
  onVote: (vote: BallotDraft) => void
}

/** How the file stands with the council, and the reader's own vote on it. Nothing is preselected. */
export function FileVote({ file, round, vote, onVote }: Props) {
  const t = useText()
  const { count, myVote, isOwn } = file
  const mayVote = mayDo(round.allowedActions, 'award-ballot.cast') && !isOwn
  if (!count) return null
  return (
    <div className={look.votes}>
      <p>
        {t('reward.pages.round.quorum', {
          voted: count.voted,
          eligible: count.eligible,
          needed: count.needed,
        })}
        {count.agree !== null && (
          <>
            {'. '}
            {t('reward.pages.round.result', {
              agree: count.agree,
              disagree: count.disagree ?? 0,
              abstain: count.abstain ?? 0,
            })}
          </>
        )}
      </p>
      {myVote && (
        <p className="small">
          {t('reward.pages.round.myVote', { vote: t(`reward.votes.${myVote}`) })}
        </p>
      )}
      {mayVote && file.state === 'CHECKED' && <Ballot {...{ file, vote, onVote }} />}
    </div>
  )
}

/** Who has voted finds the vote folded up: it may be replaced, and need not be. */
function Ballot(props: Omit<Props, 'round'>) {
  const t = useText()
  if (!props.file.myVote) return <Choice {...props} />
  return (
    <details>
      <summary>
        {t('reward.pages.round.replaceBallot')}
        <span className="vh">: {props.file.subjectName}</span>
      </summary>
      <Choice {...props} />
    </details>
  )
}

function Choice({ file, vote, onVote }: Omit<Props, 'round'>) {
  const t = useText()
  const id = useId()
  return (
    <fieldset>
      <legend className="lab">
        {t('reward.pages.round.ballot')}
        <span className="vh">: {file.subjectName}</span>
      </legend>
      <div className="ch">
        {AWARD_VOTES.map((each) => (
          <label key={each}>
            <input
              className="rad"
              type="radio"
              name={id}
              value={each}
              checked={vote?.vote === each}
              onChange={() => onVote({ vote: each, remark: vote?.remark ?? null })}
            />
            <b>{t(`reward.votes.${each}`)}</b>
          </label>
        ))}
      </div>
      {vote?.vote === 'DISAGREE' && (
        <div className="fld">
          <label className="lab" htmlFor={`${id}-remark`}>
            {t('reward.pages.round.remark')}
          </label>
          <textarea
            id={`${id}-remark`}
            className="inp"
            rows={2}
            maxLength={2000}
            value={vote.remark ?? ''}
            onChange={({ target }) => onVote({ ...vote, remark: target.value || null })}
          />
        </div>
      )}
    </fieldset>
  )
}
