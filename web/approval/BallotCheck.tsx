import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import type { Vote } from '../../domain/approval/ballot.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { Confirmation } from '../kit/Confirmation.tsx'
import { PageHead } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import { useApprovalSearch } from './search.ts'
import { momentWords, type Submitted } from './words.ts'

export type BallotDraft = { vote: Vote; remark: string | null }

type Props = { dossier: Submitted; ballot: BallotDraft }

/** Everything once more, by name, before the ballot is sent; the password is asked for then. */
export function BallotCheck({ dossier, ballot }: Props) {
  const t = useText()
  const { go } = useApprovalSearch()
  const { fullName } = useMe()
  const { approval, plan } = dossier
  const cast = useDeed(routes.castBallot, { onDone: () => go({ step: 'done' }, true) })
  const back = (words: string) => (
    <Button kind="text" onClick={() => go({ step: undefined })}>
      {words}
    </Button>
  )
  const vote = t(`approval.votes.${ballot.vote}`)
  return (
    <div className={styles.check}>
      {back(t('shell.back'))}
      <PageHead title={t('approval.ballot.checkTitle')} />
      <CheckAnswers
        answers={[
          {
            question: t('approval.ballot.paper'),
            answer: <span className="paper-voice">{plan.title}</span>,
          },
          {
            question: t('approval.ballot.vote'),
            answer: <b className={styles.choice}>{vote}</b>,
            change: back(t('approval.ballot.edit')),
          },
          {
            question: t('approval.ballot.remark'),
            answer: ballot.remark,
            change: back(t('approval.ballot.edit')),
          },
          { question: t('approval.ballot.member'), answer: fullName },
        ]}
      />
      <p className="small">{t('approval.ballot.stepUp')}</p>
      <ProblemNote problem={cast.problem} />
      <div className="row">
        <Button
          kind="primary"
          big
          sending={cast.sending}
          onClick={() =>
            void cast.send({
              params: { approvalId: approval.id },
              body: { ...ballot, contentSha256: approval.contentSha256 },
            })
          }
        >
          {t('approval.ballot.send', { vote })}
        </Button>
        <Button big onClick={() => go({ step: undefined })}>
          {t('approval.ballot.notYet')}
        </Button>
      </div>
    </div>
  )
}

export function BallotDone({ dossier }: { dossier: Submitted }) {
  const t = useText()
  const { go } = useApprovalSearch()
  const { mine, approval } = dossier
  if (!mine.ballot) return null
  const { reference, vote, castAt } = mine.ballot
  return (
    <Confirmation
      title={t('approval.ballot.done', { vote: t(`approval.votes.${vote}`) })}
      reference={reference}
      at={t('approval.ballot.at', momentWords(castAt))}
      next={t('approval.ballot.next', { day: momentWords(approval.dueAt).day })}
    >
      <Button kind="primary" onClick={() => go({ step: undefined })}>
        {t('approval.ballot.backToDossier')}
      </Button>
    </Confirmation>
  )
}
