import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { momentWords } from './words.ts'

const sides = ['TEAM', 'UNIT'] as const

/** The minutes: who drew them up, who has signed, and the signature that is mine to give. */
export function MinutesPart({ inspection }: Props) {
  const t = useText()
  const { minutes, inspectionId } = inspection
  if (!minutes) return null
  const { number, drawnBy: name, drawnAt, isStale, signatures } = minutes
  return (
    <section aria-label={t('inspection.minutes.title')}>
      <h2>{t('inspection.minutes.title')}</h2>
      <p>
        {t('inspection.minutes.drawn', { number, name, at: momentWords(drawnAt) })}.{' '}
        <Link
          to="/print/inspections/$inspectionId/$paper"
          params={{ inspectionId, paper: 'minutes' }}
        >
          {t('inspection.minutes.read')}
        </Link>
      </p>
      <dl className={look.facts}>
        {sides.map((side) => {
          const signature = signatures.find((each) => each.side === side)
          return (
            <div key={side} style={{ display: 'contents' }}>
              <dt>{t(`inspection.minutes.${side}`)}</dt>
              <dd>
                {signature ? (
                  <StateWord tone="done">
                    {t('inspection.minutes.signed', {
                      name: signature.signerName,
                      at: momentWords(signature.signedAt),
                    })}
                  </StateWord>
                ) : (
                  <StateWord tone="not">{t('inspection.minutes.unsigned')}</StateWord>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {isStale ? (
        <Note tone="act">
          <p>{t('inspection.minutes.stale')}</p>
        </Note>
      ) : (
        <Signing inspection={inspection} />
      )}
    </section>
  )
}

function Signing({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { allowedActions, inspectionId, minutes } = inspection
  const sign = useDeed(routes.signMinutes, { onDone: () => setOpen(false) })
  const countersign = useDeed(routes.countersignMinutes, { onDone: () => setOpen(false) })
  if (!minutes) return null
  const isSigned = (side: string) => minutes.signatures.some((each) => each.side === side)
  const mine =
    mayDo(allowedActions, 'minutes.signed') && !isSigned('TEAM')
      ? { deed: sign, word: t('inspection.minutes.sign') }
      : mayDo(allowedActions, 'minutes.countersigned') && !isSigned('UNIT')
        ? { deed: countersign, word: t('inspection.minutes.countersign') }
        : null
  if (!mine) return null
  const { number, contentSha256 } = minutes
  return (
    <>
      <Button kind="primary" icon="rubber-stamp" onClick={() => setOpen(true)}>
        {mine.word}
      </Button>
      <Dialog
        title={t('inspection.minutes.signTitle')}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <p>{t('inspection.minutes.signBody')}</p>
        <p>
          {t('inspection.minutes.hash')}: <code className={look.hash}>{contentSha256}</code>
        </p>
        <ProblemNote problem={mine.deed.problem} />
        <div className="row">
          <Button
            kind="primary"
            sending={mine.deed.sending}
            onClick={() =>
              void mine.deed.send({ params: { inspectionId }, body: { number, contentSha256 } })
            }
          >
            {mine.word}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
