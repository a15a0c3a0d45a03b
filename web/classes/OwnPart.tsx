import type { ClassView, OwnPartView, UnitListView } from '../../domain/classes/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { useText } from '../text.ts'
import { ApproveList } from './ApproveList.tsx'
import look from './classes.module.css'
import { NomineeDeeds } from './NomineeDeeds.tsx'
import { PickNominees } from './PickNominees.tsx'
import { SwapSeats } from './SwapSeats.tsx'
import { UnitNominees } from './UnitNominees.tsx'

type Props = { view: ClassView; part: OwnPartView; list: UnitListView | undefined }

/** The desk of a unit: it chooses people, its president approves, employers answer, seats change hands. */
export function OwnPart({ view, part, list }: Props) {
  const t = useText()
  const seats = part.seats - part.givenBack
  const isOpen = view.nominationsClosedAt === null
  const mayNominate = isOpen && mayDo(part.allowedActions, 'officials.nominated')
  const mayApprove =
    isOpen && part.proposed > 0 && mayDo(part.allowedActions, 'nominations.approved')
  return (
    <section className={look.own} aria-label={part.unitName}>
      <h2>{t('classes.part.title', { unit: part.unitName, seats })}</h2>
      <p className="small">{t('classes.part.lead', { nominated: part.nominated })}</p>
      {list && mayApprove && <ApproveList key={list.nominees.length} {...{ view, part, list }} />}
      {list && !mayApprove && (
        <UnitNominees
          {...{ view, list }}
          isOwn
          deeds={(nominee) => <NomineeDeeds {...{ view, nominee, list }} />}
        />
      )}
      {mayNominate && (
        <details className={look.pick} open={part.nominated < seats}>
          <summary>{t('classes.part.pick')}</summary>
          <PickNominees {...{ view, part }} />
        </details>
      )}
      <SwapSeats {...{ view, part }} />
    </section>
  )
}
