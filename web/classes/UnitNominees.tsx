import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClassView, NomineeView, UnitListView } from '../../domain/classes/views.contract.ts'
import { wordOf } from './federation-words.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { sayCode, useText } from '../text.ts'
import { dayOf, nominationTone, releaseTone } from './class-words.ts'
import look from './classes.module.css'

type Props = {
  view: ClassView
  list: UnitListView
  /** Below the heading of the reader's own unit, which names it already. */
  isOwn?: boolean
  /** What may be done with one of them, at the end of the row. */
  deeds?: (nominee: NomineeView) => ReactNode
}

/** The people of one unit: within its seats first, then those who wait. */
export function UnitNominees({ view, list, isOwn = false, deeds }: Props) {
  const t = useText()
  const { unitName, nominees } = list
  return (
    <section aria-label={unitName}>
      <UnitLine {...{ list, isOwn }} />
      {nominees.length === 0 ? (
        <p className="small">{t('classes.nominees.nobody')}</p>
      ) : (
        <table className={look.nt}>
          <caption className="vh">{t('classes.nominees.caption', { unit: unitName })}</caption>
          <thead className="vh">
            <tr>
              <th scope="col">{t('classes.nominees.priority')}</th>
              <th scope="col">{t('classes.nominees.name')}</th>
              <th scope="col">{t('classes.nominees.workplace')}</th>
              <th scope="col">{t('classes.nominees.release')}</th>
              {deeds && <td />}
            </tr>
          </thead>
          <tbody>
            {nominees.map((nominee, index) => (
              <Row key={nominee.nominationId} {...{ view, nominee, index }}>
                {deeds?.(nominee)}
              </Row>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function UnitLine({
  list: { unitName, seats, givenBack, approvedAt, nominees },
  isOwn,
}: {
  list: UnitListView
  isOwn: boolean
}) {
  const t = useText()
  const living = nominees.filter(
    ({ state }) => state !== 'WITHDRAWN' && state !== 'REFUSED_BY_EMPLOYER',
  )
  const waits = living.some(({ state }) => state === 'PROPOSED')
  return (
    <div className={look.unitq}>
      {!isOwn && <h3>{unitName}</h3>}
      <p>
        {t('classes.nominees.unitSeats', { seats: seats - givenBack, nominated: living.length })}
        {approvedAt && t('classes.nominees.unitApproved', { day: dayOf(approvedAt) })}
        {!approvedAt && waits && t('classes.nominees.unitWaits')}
      </p>
    </div>
  )
}

const out: readonly string[] = ['WITHDRAWN', 'REFUSED_BY_EMPLOYER', 'WAITLISTED']

type RowProps = { view: ClassView; nominee: NomineeView; index: number; children: ReactNode }

function Row({ view, nominee, index, children }: RowProps) {
  const t = useText()
  const { officialId, fullName, position, workplace, state } = nominee
  return (
    <tr className={out.includes(state) ? look.out : undefined}>
      <td className={look.tt}>
        {state === 'WAITLISTED' ? t('classes.nominees.reserve') : index + 1}
      </td>
      <th scope="row">
        <Link to="/officials/$id" params={{ id: officialId }}>
          {fullName}
        </Link>
        <span>{wordOf('positions', position)}</span>
        {nominee.substituteFor && (
          <span>{t('classes.nominees.substituteFor', { name: nominee.substituteFor })}</span>
        )}
      </th>
      <td>{workplace}</td>
      <td>
        <Standing {...{ view, nominee }} />
      </td>
      {children !== undefined && <td className={look.do}>{children}</td>}
    </tr>
  )
}

/** Where the nominee stands, and below it what the employer said. */
function Standing({ view, nominee }: { view: ClassView; nominee: NomineeView }) {
  const t = useText()
  const { state, waitingNumber, release, releaseLetterNo, releaseAnsweredAt, releaseAskedAt } =
    nominee
  const isAsked = view.needsRelease && !['WITHDRAWN', 'REFUSED_BY_EMPLOYER'].includes(state)
  const because = nominee.stateBecause ?? nominee.releaseBecause
  return (
    <>
      <StateWord tone={nominationTone[state]}>
        {waitingNumber === null
          ? t(`classes.nomination.${state}`)
          : t('classes.nominees.reserveNumber', { number: waitingNumber })}
      </StateWord>
      {isAsked && (
        <span className={look.so}>
          <StateWord tone={releaseTone[release]}>{t(`classes.release.${release}`)}</StateWord>
        </span>
      )}
      {releaseLetterNo && releaseAnsweredAt && (
        <span className={look.so}>
          {t('classes.nominees.letter', { number: releaseLetterNo, day: dayOf(releaseAnsweredAt) })}
        </span>
      )}
      {releaseAskedAt && !releaseAnsweredAt && (
        <span className={look.so}>
          {t('classes.nominees.askedOn', { day: dayOf(releaseAskedAt) })}
        </span>
      )}
      {because && (
        <span className={look.so}>
          {because.startsWith('classes.') ? sayCode(because) : because}
        </span>
      )}
    </>
  )
}
