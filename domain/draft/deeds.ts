import { type PlanState, WRITABLE_STATES } from '../cycle/plan-state.ts'
import { type Deed, deed, type Role } from '../grammar/deed.ts'

const writers = ['departmentDrafter', 'departmentHead'] as const satisfies Role[]

function writing<const Name extends string>(name: Name) {
  return deed({ name, by: writers, over: 'federation', in: WRITABLE_STATES })
}

export const draftDeeds = {
  started: deed({
    name: 'draft.started',
    by: ['departmentDrafter'],
    over: 'federation',
    in: ['draft'],
  }),
  headEdited: writing('draft.headEdited'),
  legalBasesAdded: writing('draft.legalBasesAdded'),
  legalBasisEdited: writing('draft.legalBasisEdited'),
  legalBasisRemoved: writing('draft.legalBasisRemoved'),
  clausesAdded: writing('draft.clausesAdded'),
  clauseEdited: writing('draft.clauseEdited'),
  clauseRemoved: writing('draft.clauseRemoved'),
  targetsAdded: writing('draft.targetsAdded'),
  targetEdited: writing('draft.targetEdited'),
  targetRemoved: writing('draft.targetRemoved'),
  denominatorFrozen: writing('draft.denominatorFrozen'),
  targetAllocated: writing('draft.targetAllocated'),
  allocationEdited: writing('draft.allocationEdited'),
  linesAdded: writing('draft.linesAdded'),
  lineEdited: writing('draft.lineEdited'),
  lineMoved: writing('draft.lineMoved'),
  lineRemoved: writing('draft.lineRemoved'),
  matterTaken: writing('draft.matterTaken'),
  matterLeft: writing('draft.matterLeft'),
  sentOn: deed({
    name: 'draft.sentOn',
    by: ['departmentDrafter'],
    over: 'federation',
    in: ['DRAFTING'],
  }),
  returned: deed({
    name: 'draft.returned',
    by: ['departmentHead'],
    over: 'federation',
    in: ['WITH_HEAD'],
  }),
  forwarded: deed({
    name: 'draft.forwarded',
    by: ['departmentHead'],
    over: 'federation',
    in: ['WITH_HEAD'],
  }),
  sentBack: deed({
    name: 'draft.sentBack',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['WITH_LEADER'],
  }),
  published: deed({
    name: 'draft.published',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['WITH_LEADER'],
  }),
} as const satisfies Record<string, Deed<string, PlanState | 'draft'>>
