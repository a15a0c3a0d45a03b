import { type Deed, deed } from '../grammar/deed.ts'

/** From the registration to the handing over; states are those of the year, the round or the file. */
export const rewardDeeds = {
  registered: deed({
    name: 'award.registered',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['OPEN'],
  }),
  opened: deed({
    name: 'commendation.opened',
    by: ['councilSecretary', 'committeeLeader'],
    over: 'federation',
    in: ['OPEN'],
  }),
  proposed: deed({
    name: 'award.proposed',
    by: ['departmentDrafter', 'departmentHead', 'inspectionHead'],
    over: 'federation',
    in: ['FILING'],
  }),
  reported: deed({
    name: 'award.reported',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['PROPOSED'],
  }),
  checked: deed({
    name: 'award.checked',
    by: ['councilSecretary'],
    over: 'federation',
    in: ['PROPOSED'],
  }),
  councilOpened: deed({
    name: 'council.opened',
    by: ['councilSecretary'],
    over: 'federation',
    in: ['FILING', 'CHECKING'],
  }),
  ballotCast: deed({
    name: 'award-ballot.cast',
    by: ['councilMember', 'councilSecretary', 'committeeLeader'],
    over: 'federation',
    in: ['VOTING'],
    stepUp: true,
  }),
  councilClosed: deed({
    name: 'council.closed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['VOTING'],
  }),
  councilReopened: deed({
    name: 'council.reopened',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['WITH_CHAIR'],
  }),
  signed: deed({
    name: 'commendation.signed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['VOTED'],
    stepUp: true,
  }),
  numbered: deed({
    name: 'commendation.numbered',
    by: ['recordsClerk'],
    over: 'federation',
    in: ['SIGNED'],
    stepUp: true,
  }),
  handedOver: deed({
    name: 'award.handedOver',
    by: ['councilSecretary'],
    over: 'federation',
    in: ['DECIDED'],
  }),
} as const satisfies Record<string, Deed>
