import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConferenceView } from '../../domain/feedback/conference.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import look from './conference.module.css'

type Props = { conference: ConferenceView }

const sides = ['CHAIR', 'SECRETARY'] as const

/** Drawn up from what was recorded, signed by both, and then closed. */
export function ConferenceMinutes({ conference }: Props) {
  const t = useText()
  const { conferenceId, minutes, state, minutesDueAt, allowedActions, hasBegun } = conference
  const draw = useDeed(routes.drawConferenceMinutes)
  const isSigned = (minutes?.signatures.length ?? 0) > 0
  const mayDraw = mayDo(allowedActions, 'conference.minutesDrawn') && !isSigned && hasBegun
  if (!minutes && !hasBegun) return null
  return (
    <section aria-label={t('feedback.conference.minutes')}>
      <h3>{t('feedback.conference.minutes')}</h3>
      {state === 'CLOSED' ? (
        <p>{t('feedback.conference.closed')}</p>
      ) : (
        <p>
          {t('feedback.conference.minutesDue', { day: weekdayAndDay(dayOfInstant(minutesDueAt)) })}
        </p>
      )}
      {minutes && <Drawn conference={conference} minutes={minutes} />}
      <ProblemNote problem={draw.problem} />
      <div className="row">
        {mayDraw && (
          <Button
            sending={draw.sending}
            onClick={() => void draw.send({ params: { conferenceId }, body: {} })}
          >
            {t(minutes ? 'feedback.conference.drawAgain' : 'feedback.conference.draw')}
          </Button>
        )}
        <Signing conference={conference} />
      </div>
    </section>
  )
}

function useMoment() {
  const t = useText()
  return (at: string) =>
    t('feedback.conference.at', { time: timeOfInstant(at), day: writeDay(dayOfInstant(at)) })
}

type Minutes = NonNullable<ConferenceView['minutes']>

function Drawn({ conference, minutes }: Props & { minutes: Minutes }) {
  const t = useText()
  const momentOf = useMoment()
  const { number, drawnByName: name, drawnAt, isStale, signatures } = minutes
  return (
    <>
      <p>
        {t('feedback.conference.drawn', { number, name, at: momentOf(drawnAt) })}{' '}
        <Link
          to="/print/conferences/$conferenceId"
          params={{ conferenceId: conference.conferenceId }}
        >
          {t('feedback.conference.read')}
        </Link>
      </p>
      <dl className={look.facts}>
        {sides.map((side) => {
          const signature = signatures.find((each) => each.side === side)
          return (
            <div key={side}>
              <dt>{t(`feedback.conference.sides.${side}`)}</dt>
              <dd>
                <StateWord tone={signature ? 'done' : 'not'}>
                  {signature
                    ? t('feedback.conference.signed', {
                        name: signature.signerName,
                        at: momentOf(signature.signedAt),
                      })
                    : t('feedback.conference.unsigned')}
                </StateWord>
              </dd>
            </div>
          )
        })}
      </dl>
      {isStale && (
        <Note tone="act">
          <p>{t('feedback.conference.stale')}</p>
        </Note>
      )}
    </>
  )
}

function Signing({ conference }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { conferenceId, minutes, allowedActions } = conference
  const sign = useDeed(routes.signConferenceMinutes, { onDone: () => setOpen(false) })
  if (!minutes || minutes.isStale || minutes.isSignedByMe) return null
  if (!mayDo(allowedActions, 'conference.minutesSigned')) return null
  const { number, contentSha256 } = minutes
  return (
    <>
      <Button kind="primary" icon="rubber-stamp" onClick={() => setOpen(true)}>
        {t('feedback.conference.sign')}
      </Button>
      <Dialog
        title={t('feedback.conference.signTitle')}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <p>{t('feedback.conference.signBody')}</p>
        <p>
          {t('feedback.conference.hash')}: <code className={look.hash}>{contentSha256}</code>
        </p>
        <ProblemNote problem={sign.problem} />
        <div className="row">
          <Button
            kind="primary"
            sending={sign.sending}
            onClick={() =>
              void sign.send({ params: { conferenceId }, body: { number, contentSha256 } })
            }
          >
            {t('feedback.conference.sign')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
