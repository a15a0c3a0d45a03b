import { useState } from 'react'
import type { OwnOpinion } from '../../domain/feedback/conference.contract.ts'
import type { OpinionStanding } from '../../domain/feedback/conference.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import look from './conference.module.css'
import { ConferenceFacts, ConferenceTime } from './ConferencePart.tsx'

const tones: Record<OpinionStanding, StateTone> = {
  RECORDED: 'act',
  CONFIRMED: 'done',
  DISOWNED: 'not',
  STRUCK: 'not',
  LAPSED: 'not',
}

/** Where the unit is invited to speak, and what was taken down there as its opinion. */
export function OwnConference({ view }: { view: AnswerView }) {
  const t = useText()
  const { conferences, opinions, round } = view
  return (
    <>
      {round.closedAt === null &&
        conferences.map((conference) => {
          const meeting = t(`feedback.conference.meetingWords.${conference.kind}`)
          const title = t('feedback.conference.ofUnit', { meeting })
          return (
            // folded, because it stands above every step of the answer
            <details key={conference.conferenceId} className={look.invited}>
              <summary>
                {title}: <ConferenceTime {...conference} />
              </summary>
              <ConferenceFacts conference={conference} />
            </details>
          )
        })}
      {opinions.length > 0 && (
        <section
          className={look.invited}
          id="y-kien-tai-hoi-nghi"
          aria-label={t('feedback.conference.opinionsTitle')}
        >
          <h2>{t('feedback.conference.opinionsTitle')}</h2>
          <p>{t('feedback.conference.opinionsHelp')}</p>
          <ol className={look.opinions}>
            {opinions.map((opinion) => (
              <OwnSaid key={opinion.opinionId} opinion={opinion} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** What was taken down, and the three ways in which a president says whose it is. */
export function OwnSaid({ opinion, by }: { opinion: OwnOpinion; by?: string }) {
  const t = useText()
  const { placeName, kind, words, unitWords, standing, conferenceKind, heldOn } = opinion
  const spoken = t(`feedback.spokenAt.${conferenceKind}`, { heldOn: writeDay(day(heldOn)) })
  return (
    <li>
      <b>{by ? `${by}. ${placeName}` : placeName}</b>{' '}
      <span className="quiet">
        {t(`feedback.commentKinds.${kind}`)}. {spoken}.
      </span>
      <p className="paper-voice">“{words}”</p>
      {unitWords && <p>{t('feedback.conference.corrected', { words: unitWords })}</p>}
      <p>
        <StateWord tone={tones[standing]}>
          {t(`feedback.conference.standings.${standing}`)}
        </StateWord>
      </p>
      {standing === 'RECORDED' && <Deciding opinion={opinion} />}
    </li>
  )
}

function Deciding({ opinion }: { opinion: OwnOpinion }) {
  const t = useText()
  const [open, setOpen] = useState<'correct' | 'disown' | null>(null)
  const confirm = useDeed(routes.confirmOpinion)
  const { opinionId } = opinion
  if (!mayDo(opinion.allowedActions, 'opinion.confirmed'))
    return <p className="quiet">{t('feedback.conference.onlyHead')}</p>
  const onClose = () => setOpen(null)
  return (
    <>
      <ProblemNote problem={confirm.problem} />
      <div className="row">
        <Button
          sending={confirm.sending}
          onClick={() => void confirm.send({ params: { opinionId }, body: { words: null } })}
        >
          {t('feedback.conference.confirm')}
        </Button>
        <Button onClick={() => setOpen('correct')}>{t('feedback.conference.correct')}</Button>
        <Button onClick={() => setOpen('disown')}>{t('feedback.conference.disown')}</Button>
      </div>
      {open === 'correct' && <Correcting opinion={opinion} onClose={onClose} />}
      {open === 'disown' && <Disowning opinion={opinion} onClose={onClose} />}
    </>
  )
}

type Props = { opinion: OwnOpinion; onClose: () => void }

function Correcting({ opinion, onClose }: Props) {
  const t = useText()
  const correct = useDeed(routes.confirmOpinion, { onDone: onClose })
  const { opinionId, words } = opinion
  return (
    <Dialog title={t('feedback.conference.correctTitle')} opened onClose={onClose}>
      <Form
        schema={routes.confirmOpinion.body}
        defaultValues={{ words }}
        problem={correct.problem}
        label={t('feedback.conference.correctTitle')}
        onSubmit={(body) => correct.send({ params: { opinionId }, body })}
      >
        <AreaField name="words" label={t('feedback.conference.words')} maxLength={4_000} />
        <div className="row">
          <SubmitButton>{t('feedback.conference.correct')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function Disowning({ opinion, onClose }: Props) {
  const t = useText()
  const disown = useDeed(routes.disownOpinion, { onDone: onClose })
  const { opinionId } = opinion
  return (
    <Dialog title={t('feedback.conference.disownTitle')} opened onClose={onClose}>
      <p>{t('feedback.conference.disownHelp')}</p>
      <ProblemNote problem={disown.problem} />
      <div className="row">
        <Button
          kind="warn"
          sending={disown.sending}
          onClick={() => void disown.send({ params: { opinionId }, body: {} })}
        >
          {t('feedback.conference.disown')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
