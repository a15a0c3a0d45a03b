import type { ClassView } from '../../domain/classes/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'
import { ResignSeat } from './ResignSeat.tsx'

/** What the reader has to do with the class as a trainee. */
export function OwnSeat({ view: { mySeat, classId } }: { view: ClassView }) {
  const t = useText()
  if (!mySeat) return null
  const { nominationId, state, allowedActions } = mySeat
  return (
    <Note>
      <p>{t('classes.part.mine', { state: t(`classes.nomination.${state}`) })}</p>
      {mayDo(allowedActions, 'seat.resigned') && <ResignSeat {...{ classId, nominationId }} />}
    </Note>
  )
}
