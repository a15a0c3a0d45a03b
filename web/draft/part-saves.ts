import {
  allocationForm,
  clauseForm,
  headForm,
  legalBasisForm,
  lineForm,
  targetForm,
} from '../../domain/draft/forms.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import type { Save } from '../kit/autosave/save-state.ts'
import { savingBy } from './saving.ts'

/** How each part of a plan is brought to the server, from its page or from anywhere else. */
export const partSaves = {
  head: (planId: string) =>
    savingBy(writingRoutes.editHead, headForm, (body) => ({ params: { planId }, body })),
  'legal-basis': (legalBasisId: string) =>
    savingBy(writingRoutes.editLegalBasis, legalBasisForm, (body) => ({
      params: { legalBasisId },
      body,
    })),
  clause: (clauseId: string) =>
    savingBy(writingRoutes.editClause, clauseForm, (body) => ({ params: { clauseId }, body })),
  target: (targetId: string) =>
    savingBy(writingRoutes.editTarget, targetForm, (body) => ({ params: { targetId }, body })),
  line: (lineId: string) =>
    savingBy(writingRoutes.editLine, lineForm, (body) => ({ params: { lineId }, body })),
  share: (targetId: string, unitId: string) =>
    savingBy(draftRoutes.editAllocation, allocationForm, (body) => ({
      params: { targetId, unitId },
      body,
    })),
} as const

/** By the name of a part, `clause/…`; null where no such part is known any more. */
export function saveOfPart(part: string): Save<unknown> | null {
  const [kind = '', id = '', unitId = ''] = part.split('/')
  if (!Object.hasOwn(partSaves, kind)) return null
  const save = partSaves[kind as keyof typeof partSaves](id, unitId) // one of them, see above
  // a copy under this name was put there by this part, so it has its shape
  return save as Save<unknown>
}
