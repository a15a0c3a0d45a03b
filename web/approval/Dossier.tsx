import { useEffect, useRef } from 'react'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { SinceRead } from '../app/SinceRead.tsx'
import { useDeed } from '../deed.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import styles from './approval.module.css'
import { BallotCards, BallotFrame } from './BallotCards.tsx'
import type { BallotDraft } from './BallotCheck.tsx'
import { Board } from './Board.tsx'
import { Chair } from './Chair.tsx'
import { Checks } from './Checks.tsx'
import { FullText } from './FullText.tsx'
import { Changes, Money, Unaccepted } from './Parts.tsx'
import { SummarySheet } from './SummarySheet.tsx'
import { useApprovalSearch } from './search.ts'
import type { Submitted } from './words.ts'

export type DossierProps = {
  dossier: Submitted
  ballot: BallotDraft | null
  setBallot: (ballot: BallotDraft | null) => void
}

/** Half a page first, then what one wants to read; beside it what the reader may do. */
export function Dossier({ dossier, ballot, setBallot }: DossierProps) {
  const { search } = useApprovalSearch()
  useRecordedReading(dossier)
  return (
    <>
      <Head dossier={dossier} />
      <SinceRead planId={dossier.plan.id} year={dossier.plan.planYear} />
      <BallotFrame {...{ dossier, ballot, setBallot }}>
        <div className={styles.desk}>
          <div className={styles.reading}>
            {search.tab === undefined && <SummarySheet dossier={dossier} />}
            {search.tab === 'text' && <FullText dossier={dossier} />}
            {search.tab === 'changes' && <Changes dossier={dossier} />}
            {search.tab === 'unaccepted' && <Unaccepted dossier={dossier} />}
            {search.tab === 'money' && <Money dossier={dossier} />}
            <More dossier={dossier} />
            <Board dossier={dossier} />
          </div>
          <div className={styles.aside}>
            <BallotCards dossier={dossier} />
            <Checks dossier={dossier} />
            <Chair dossier={dossier} />
            <Submission dossier={dossier} />
          </div>
        </div>
      </BallotFrame>
    </>
  )
}

type Part = { dossier: Submitted }

/** That a member has opened the dossier is a deed of its own, done once. */
function useRecordedReading({ approval, mine, allowedActions }: Submitted): void {
  const { send } = useDeed(routes.readDossier, { touches: [routes.dossier] })
  const isFirst = mine.readAt === null && mayDo(allowedActions, 'dossier.read')
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!isFirst || told.current === approval.id) return
    told.current = approval.id
    void send({ params: { approvalId: approval.id }, body: {} })
  }, [isFirst, approval.id, send])
}

const tones: Readonly<Record<string, StateTone>> = {
  CHECKING: 'now',
  AWAITING_COMMITTEE: 'now',
  WITH_CHAIR: 'soon',
  RETURNED: 'act',
}

function Head({ dossier: { approval, summary, mine, allowedActions } }: Part) {
  const t = useText()
  const isVoting = approval.state === 'AWAITING_COMMITTEE'
  const mustVote = mine.ballot === null && mayDo(allowedActions, 'ballot.cast')
  const due = dayOfInstant(approval.dueAt)
  const dueWords = t('approval.page.due', { day: `${weekdayAndDay(due)}/${yearOf(due)}` })
  return (
    <PageHead
      title={t(mustVote ? 'approval.page.voteTitle' : 'approval.page.title')}
      working
      state={
        <StateWord tone={tones[approval.state] ?? 'done'} head>
          {t(`approval.states.${approval.state}`)}
        </StateWord>
      }
      lead={
        <>
          {(isVoting || approval.state === 'CHECKING') && (
            <b className={mustVote ? 'red' : undefined}>{dueWords}. </b>
          )}
          {t('approval.page.read', { minutes: summary.readingMinutes })}
          {isVoting &&
            approval.extendedAt &&
            !approval.reopenedAt &&
            ` ${t('approval.page.extended')}`}
          {isVoting &&
            approval.reopenedBecause !== null &&
            ` ${t('approval.chair.reopened', { reason: approval.reopenedBecause })}`}
        </>
      }
    />
  )
}

function More({ dossier }: Part) {
  const t = useText()
  const { search, go } = useApprovalSearch()
  const { summary, plan } = dossier
  const notAccepted = ['PARTLY', 'NOT_ACCEPTED', 'OUT_OF_SCOPE'].reduce(
    (sum, kind) => sum + (summary.byDisposition[kind] ?? 0),
    0,
  )
  const tabs = [
    ['text', t('approval.tabs.textCount', { count: summary.clauses })],
    ['changes', t('approval.tabs.changesCount', { count: summary.changedPlaces })],
    ['unaccepted', t('approval.tabs.unacceptedCount', { count: notAccepted })],
    ['money', t('approval.tabs.moneyCount')],
  ] as const
  return (
    <nav aria-label={t('approval.tabs.label')}>
      <ul className={styles.more}>
        {search.tab && (
          <li>
            <button type="button" onClick={() => go({ tab: undefined })}>
              <b>{t('approval.tabs.back')}</b>
            </button>
          </li>
        )}
        {tabs.map(([tab, count]) => (
          <li key={tab}>
            <button
              type="button"
              aria-current={search.tab === tab ? 'page' : undefined}
              onClick={() => go({ tab })}
            >
              <b>{t(`approval.tabs.${tab}`)}</b>
              <span>{count}</span>
            </button>
          </li>
        ))}
        <li>
          <a href={`/print/plans/${plan.id}`}>
            <b>{t('approval.tabs.print')}</b>
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Submission({ dossier: { approval, earlier } }: Part) {
  const t = useText()
  const day = writeDay(dayOfInstant(approval.openedAt))
  const { submittedBy: name, version, contentSha256, returnedBecause } = approval
  return (
    <section className={styles.submission}>
      {returnedBecause && (
        <Note tone="act">{t('approval.page.returned', { reason: returnedBecause })}</Note>
      )}
      <p>{t('approval.page.submitted', { name, day, version })}</p>
      <p>
        {t('approval.page.hash')}: <code className={styles.hash}>{contentSha256}</code>
      </p>
      <p className="small">{t('approval.page.hashHint')}</p>
      {earlier.length > 0 && (
        <>
          <h3>{t('approval.page.earlier')}</h3>
          <ul className="plain">
            {earlier.map((each) => (
              <li key={each.number}>
                {t('approval.page.earlierRow', {
                  number: each.number,
                  version: each.version,
                  name: each.returnedBy ?? '',
                  reason: each.returnedBecause ?? '',
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
