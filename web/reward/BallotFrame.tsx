import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AwardVote } from '../../domain/reward/council.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundView } from '../../domain/reward/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ActionBar, PageHead } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

export type BallotDraft = { vote: AwardVote; remark: string | null }
export type Ballots = Readonly<Record<string, BallotDraft>>

type FrameProps = {
  round: RoundView
  ballots: Ballots
  onReview: () => void
  children: ReactNode
}

/** Round the files where the reader may vote, so that the deed stands at the foot of the page. */
export function BallotFrame({ round, ballots, onReview, children }: FrameProps) {
  const t = useText()
  if (!mayDo(round.allowedActions, 'award-ballot.cast')) return children
  const total = round.files.filter(({ isOwn, state }) => !isOwn && state === 'CHECKED').length
  const chosen = Object.keys(ballots).length
  return (
    <>
      {children}
      <ActionBar
        label={t('reward.pages.round.ballot')}
        deeds={
          <Button
            kind="primary"
            blockedBy={chosen === 0 ? 'nothing-chosen' : undefined}
            onClick={onReview}
          >
            {t('reward.pages.round.check_votes')}
          </Button>
        }
      >
        <output id="nothing-chosen">
          {chosen > 0
            ? t('reward.pages.round.chosenCount', { chosen, total })
            : t(`reward.pages.round.${round.hasVoted ? 'alreadySent' : 'nothingChosen'}`)}
        </output>
      </ActionBar>
    </>
  )
}

type CheckProps = { round: RoundView; ballots: Ballots; onSent: () => void }

/** The votes as they will be sent; nothing is sent before this page. */
export function BallotCheck({ round, ballots, onSent }: CheckProps) {
  const t = useText()
  const go = useNavigate({ from: '/rewards/$id' })
  const back = () => void go({ search: {} })
  const cast = useDeed(routes.castBallots, {
    onDone: () => {
      toast(t('reward.pages.round.sent'))
      onSent()
      back()
    },
  })
  const chosen = round.files.flatMap((file) => {
    const ballot = ballots[file.id]
    return ballot ? [{ ...ballot, file }] : []
  })
  const votes = chosen.map(({ file, vote, remark }) => ({ fileId: file.id, vote, remark }))
  const body = { votes, contentSha256: round.contentSha256 ?? '' }
  return (
    <>
      <PageHead title={t('reward.pages.round.checkTitle')} lead={round.title} working />
      <CheckAnswers
        answers={chosen.map(({ file, vote, remark }) => ({
          question: file.subjectName,
          answer: remark ? `${t(`reward.votes.${vote}`)}: ${remark}` : t(`reward.votes.${vote}`),
        }))}
      />
      <ProblemNote problem={cast.problem} />
      <ActionBar
        label={t('reward.pages.round.ballot')}
        deeds={
          <>
            <Button kind="text" onClick={back}>
              {t('reward.pages.round.edit')}
            </Button>
            <Button
              kind="primary"
              sending={cast.sending}
              onClick={() => void cast.send({ params: { commendationId: round.id }, body })}
            >
              {t('reward.pages.round.sendVotes', { count: votes.length })}
            </Button>
          </>
        }
      >
        <output>{t('reward.pages.round.ballotHint')}</output>
      </ActionBar>
    </>
  )
}
