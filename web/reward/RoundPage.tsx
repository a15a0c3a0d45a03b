import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundView } from '../../domain/reward/views.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { useYearOfPage } from '../app/year.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { type Ballots, BallotCheck, BallotFrame } from './BallotFrame.tsx'
import { Candidates } from './Candidates.tsx'
import { Council } from './Council.tsx'
import { File } from './File.tsx'
import look from './reward.module.css'
import { RoundDeeds } from './RoundDeeds.tsx'
import { dayOf, dayWords, toneOfRound } from './words.ts'

/** A round of commendation: its files, who votes on them, and the decision. */
export function RoundPage() {
  const { id } = useParams({ from: '/shell/rewards/$id' })
  const found = useReading(routes.round, { params: { commendationId: id } }, { everySeconds: 30 })
  return <Shown reading={found}>{(round) => <Round key={round.id} round={round} />}</Shown>
}

function Round({ round }: { round: RoundView }) {
  const { view } = useSearch({ from: '/shell/rewards/$id' })
  useYearOfPage(round.planYear)
  const [ballots, setBallots] = useState<Ballots>({})
  if (view === 'propose' && mayDo(round.allowedActions, 'award.proposed'))
    return <Candidates round={round} />
  if (view === 'check' && Object.keys(ballots).length > 0)
    return <BallotCheck {...{ round, ballots }} onSent={() => setBallots({})} />
  return <Table {...{ round, ballots, setBallots }} />
}

type TableProps = {
  round: RoundView
  ballots: Ballots
  setBallots: (ballots: Ballots) => void
}

function Table({ round, ballots, setBallots }: TableProps) {
  const t = useText()
  const go = useNavigate({ from: '/rewards/$id' })
  const { files } = round
  return (
    <>
      <YearRibbon year={round.planYear} />
      <Head round={round} />
      <BallotFrame
        {...{ round, ballots, setBallots }}
        onReview={() => void go({ search: { view: 'check' } })}
      >
        <div className={look.columns}>
          <div>
            <Group title={t('reward.pages.round.files')} first />
            {files.length === 0 && <Empty>{t('reward.pages.round.noFiles')}</Empty>}
            {files.map((file) => (
              <File
                key={file.id}
                {...{ file, round }}
                vote={ballots[file.id] ?? null}
                onVote={(vote) => setBallots({ ...ballots, [file.id]: vote })}
              />
            ))}
          </div>
          <Council round={round} />
        </div>
      </BallotFrame>
      <HistoryPanel objectType="commendation" objectId={round.id} />
    </>
  )
}

function Head({ round }: { round: RoundView }) {
  const t = useText()
  const { planYear, kind, title, state, decision } = round
  const rewards = t('reward.pages.title', { planYear: String(planYear) })
  const due =
    state === 'FILING'
      ? t('reward.pages.filesDue', { day: dayOf(round.filesDueAt) })
      : t('reward.pages.councilDue', { day: dayOf(round.councilDueAt) })
  return (
    <>
      <PageHead
        working
        title={title}
        lead={`${t(`reward.kinds.${kind}`)}. ${due}.`}
        state={
          <StateWord tone={toneOfRound[state]} head>
            {t(`reward.states.${state}`)}
          </StateWord>
        }
        crumbs={[
          {
            label: rewards,
            link: (
              <Link to="/rewards" search={{ year: planYear }}>
                {rewards}
              </Link>
            ),
          },
          { label: title },
        ]}
        deeds={<RoundDeeds round={round} />}
      />
      {decision && (
        <p>
          {decision.number && decision.issuedOn
            ? t('reward.pages.round.decisionLine', {
                number: decision.number,
                day: dayWords(decision.issuedOn),
                name: decision.signerName,
              })
            : t('reward.pages.round.signedLine', { name: decision.signerName })}
        </p>
      )}
    </>
  )
}
