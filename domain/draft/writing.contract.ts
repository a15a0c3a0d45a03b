import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { draftDeeds as deeds } from './deeds.ts'
import * as forms from './forms.contract.ts'
import * as views from './views.contract.ts'

const ofPlan = z.object({ planId: z.uuid() })
const ofLegalBasis = z.object({ legalBasisId: z.uuid() })
const ofClause = z.object({ clauseId: z.uuid() })
const ofTarget = z.object({ targetId: z.uuid() })
const ofAllocation = z.object({ targetId: z.uuid(), unitId: z.uuid() })
const ofLine = z.object({ lineId: z.uuid() })
/** Saved while it is typed: guarded by its revision, told to nobody. */
const autosaved = { method: 'put', reply: views.saved, revision: true, quiet: true } as const
const adding = { method: 'post', params: ofPlan, reply: views.added } as const
const removing = { method: 'delete', reply: views.removed, revision: true } as const

/** What changes the text of a plan, part by part. */
export const writingRoutes = {
  editHead: route({
    path: '/plans/:planId/head',
    summary: 'Save title, term, headline numbers, recipients and signing',
    params: ofPlan,
    body: forms.headForm,
    deed: deeds.headEdited,
    ...autosaved,
  }),

  addLegalBases: route({
    path: '/plans/:planId/legal-bases',
    summary: 'Add legal bases at the end',
    body: forms.rowsOf(forms.legalBasisForm, 50),
    deed: deeds.legalBasesAdded,
    ...adding,
  }),
  editLegalBasis: route({
    path: '/legal-bases/:legalBasisId',
    summary: 'Save a legal basis',
    params: ofLegalBasis,
    body: forms.legalBasisForm,
    deed: deeds.legalBasisEdited,
    ...autosaved,
  }),
  removeLegalBasis: route({
    path: '/legal-bases/:legalBasisId',
    summary: 'Remove a legal basis',
    params: ofLegalBasis,
    deed: deeds.legalBasisRemoved,
    ...removing,
  }),

  addClauses: route({
    path: '/plans/:planId/clauses',
    summary: 'Add clauses, each at the end of its section',
    body: forms.rowsOf(forms.newClause, 100),
    deed: deeds.clausesAdded,
    ...adding,
  }),
  editClause: route({
    path: '/clauses/:clauseId',
    summary: 'Save a clause',
    params: ofClause,
    body: forms.clauseForm,
    deed: deeds.clauseEdited,
    ...autosaved,
  }),
  removeClause: route({
    path: '/clauses/:clauseId',
    summary: 'Remove a clause under which no target stands',
    params: ofClause,
    deed: deeds.clauseRemoved,
    ...removing,
  }),

  addTargets: route({
    path: '/plans/:planId/targets',
    summary: 'Add targets',
    body: forms.rowsOf(forms.newTarget, 100),
    deed: deeds.targetsAdded,
    ...adding,
  }),
  editTarget: route({
    path: '/targets/:targetId',
    summary: 'Save a target',
    params: ofTarget,
    body: forms.targetForm,
    deed: deeds.targetEdited,
    ...autosaved,
  }),
  removeTarget: route({
    path: '/targets/:targetId',
    summary: 'Remove a target with its allocations',
    params: ofTarget,
    deed: deeds.targetRemoved,
    ...removing,
  }),
  freezeDenominator: route({
    method: 'post',
    path: '/targets/:targetId/denominator',
    summary: 'Count the officials a percent target speaks of, as of today',
    params: ofTarget,
    reply: views.frozenDenominator,
    revision: true,
    deed: deeds.denominatorFrozen,
  }),
  allocate: route({
    method: 'put',
    path: '/targets/:targetId/allocations',
    summary: 'Share a target out among units, in place of what stood there',
    params: ofTarget,
    body: forms.allocationsForm,
    reply: views.saved,
    revision: true,
    deed: deeds.targetAllocated,
  }),
  editAllocation: route({
    path: '/targets/:targetId/allocations/:unitId',
    summary: 'Save the share of one unit',
    params: ofAllocation,
    body: forms.allocationForm,
    deed: deeds.allocationEdited,
    ...autosaved,
  }),

  addLines: route({
    path: '/plans/:planId/lines',
    summary: 'Add class lines, also many at once from a sheet',
    body: forms.rowsOf(forms.newLine, 300),
    deed: deeds.linesAdded,
    ...adding,
  }),
  editLine: route({
    path: '/lines/:lineId',
    summary: 'Save a class line',
    params: ofLine,
    body: forms.lineForm,
    deed: deeds.lineEdited,
    ...autosaved,
  }),
  moveLine: route({
    method: 'post',
    path: '/lines/:lineId/place',
    summary: 'Move a class line one place up or down in the annex',
    params: ofLine,
    body: z.strictObject({ to: z.enum(['up', 'down']) }),
    reply: views.removed,
    deed: deeds.lineMoved,
  }),
  removeLine: route({
    path: '/lines/:lineId',
    summary: 'Remove a class line',
    params: ofLine,
    deed: deeds.lineRemoved,
    ...removing,
  }),
} as const
