import { type Deed, deed } from '../grammar/deed.ts'

/** From the signature to the addressees; a number is taken in the state of the approval. */
export const papersDeeds = {
  numbered: deed({
    name: 'paper.numbered',
    by: ['recordsClerk'],
    over: 'federation',
    in: ['SIGNED'],
    stepUp: true,
  }),
  issued: deed({
    name: 'paper.issued',
    by: ['recordsClerk'],
    over: 'federation',
    in: ['NUMBERED'],
  }),
  voided: deed({
    name: 'paper.voided',
    by: ['recordsClerk'],
    over: 'federation',
    in: ['NUMBERED'],
  }),
  seriesOpened: deed({
    name: 'series.opened',
    by: ['recordsClerk'],
    over: 'federation',
    in: null,
  }),
  receiptAcknowledged: deed({
    name: 'receipt.acknowledged',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['SENT'],
  }),
} as const satisfies Record<string, Deed>
