import type { Performer } from '../performer.ts'
import { approveList } from './approve-list.ts'
import { cancel, postpone } from './call-off.ts'
import { fixListEarly } from './fix-list.ts'
import { openNominationsEarly } from './moments.ts'
import { nominate } from './nominate.ts'
import { openClass } from './open.ts'
import { setQuotas } from './quotas.ts'
import { rateClass } from './rate.ts'
import { recordRelease } from './release.ts'
import { reschedule } from './reschedule.ts'
import { sendSubstitute } from './substitute.ts'
import { giveSeatsBack, takeSeats } from './swap-seats.ts'
import { resignSeat, withdrawNominee } from './withdraw.ts'

export const classPerformers: Performer[] = [
  openClass,
  setQuotas,
  openNominationsEarly,
  fixListEarly,
  reschedule,
  postpone,
  cancel,
  nominate,
  approveList,
  giveSeatsBack,
  takeSeats,
  recordRelease,
  withdrawNominee,
  resignSeat,
  rateClass,
  sendSubstitute,
]
