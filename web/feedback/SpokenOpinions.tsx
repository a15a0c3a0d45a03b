import { useState } from 'react'
import type { ConferenceView, OpinionView } from '../../domain/feedback/conference.contract.ts'
import type { OpinionStanding } from '../../domain/feedback/conference.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import look from './conference.module.css'
import type { HallItem } from './hall.ts'

type Props = { conference: ConferenceView; pending: readonly HallItem[] }

const tones: Record<OpinionStanding, StateTone> = {
  RECORDED: 'soon',
  CONFIRMED: 'done',
  DISOWNED: 'act',
  STRUCK: 'not',
  LAPSED: 'not',
}

/** What was taken down, the last first, and whose each has become. */
export function SpokenOpinions({ conference, pending }: Props) {
  const t = useText()
  const [striking, setStriking] = useState<OpinionView | null>(null)
  const { opinions } = conference
  const waiting = pending.flatMap((item) => (item.kind === 'opinion' ? [item] : []))
  const mayStrike = mayDo(conference.allowedActions, 'opinion.struck')
  const count = opinions.filter(({ standing }) => standing !== 'STRUCK').length + waiting.length
  return (
    <section aria-label={t('feedback.conference.spoken', { count })}>
      <h3>{t('feedback.conference.spoken', { count })}</h3>
      {count === 0 && <p className="quiet">{t('feedback.conference.noneSpoken')}</p>}
      <ol className={look.opinions}>
        {waiting.toReversed().map(({ key, unitName, opinion }) => (
          <li key={key}>
            <b>{unitName}</b>
            <p className="paper-voice">“{opinion.words}”</p>
            <StateWord tone="now">{t('feedback.conference.kept', { count: 1 })}</StateWord>
          </li>
        ))}
        {opinions.map((opinion) => (
          <li key={opinion.opinionId}>
            <Said opinion={opinion} />
            {mayStrike && opinion.standing === 'RECORDED' && (
              <Button kind="text" onClick={() => setStriking(opinion)}>
                {t('feedback.conference.strike')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {striking && <Striking opinion={striking} onClose={() => setStriking(null)} />}
    </section>
  )
}

function Said({ opinion }: { opinion: OpinionView }) {
  const t = useText()
  const { unitName, placeName, kind, words, unitWords, standing, recordedByName, recordedAt } =
    opinion
  return (
    <>
      <b>{unitName}</b>{' '}
      <span className="quiet">
        {placeName}. {t(`feedback.commentKinds.${kind}`)}.{' '}
        {t('feedback.conference.recordedBy', {
          name: recordedByName,
          time: timeOfInstant(recordedAt),
        })}
      </span>
      <p className="paper-voice">“{words}”</p>
      {unitWords && <p>{t('feedback.conference.corrected', { words: unitWords })}</p>}
      {opinion.struckBecause && <p className="quiet">{opinion.struckBecause}</p>}
      <StateWord tone={tones[standing]}>{t(`feedback.conference.standings.${standing}`)}</StateWord>
    </>
  )
}

function Striking({ opinion, onClose }: { opinion: OpinionView; onClose: () => void }) {
  const t = useText()
  const strike = useDeed(routes.strikeOpinion, { onDone: onClose })
  return (
    <ReasonDialog
      title={t('feedback.conference.strikeTitle', { unit: opinion.unitName })}
      deed={t('feedback.conference.strike')}
      opened
      onClose={onClose}
      problem={strike.problem}
      onGiven={(reason) =>
        strike.send({ params: { opinionId: opinion.opinionId }, body: { reason } })
      }
    >
      <p>{t('feedback.conference.strikeHelp')}</p>
    </ReasonDialog>
  )
}
