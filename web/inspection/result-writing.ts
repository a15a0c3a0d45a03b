import { z } from 'zod'
import {
  type ResultForm,
  type ResultWriting,
  resultWriting,
} from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { ratingFor } from '../../domain/inspection/result.ts'
import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import { useKept } from './saving.ts'

const stale = z.object({ revision: z.int(), theirs: resultWriting.nullable() })

/** What was typed and not sent yet; else the draft as it was sent last, or an empty one. */
export function useResultWriting(inspection: InspectionView) {
  const { inspectionId, resultWriting: written } = inspection
  return useKept<ResultWriting, typeof routes.writeResult>({
    route: routes.writeResult,
    key: `result/${inspectionId}`,
    load: { value: written?.form ?? sentLast(inspection), revision: written?.revision ?? 0 },
    given: (body) => ({ params: { inspectionId }, body }),
    revisionOf: ({ revision }) => revision,
    theirs: (details) => {
      const read = stale.safeParse(details)
      if (!read.success) return null
      const { revision, theirs } = read.data
      return { revision, value: theirs ?? sentLast(inspection) }
    },
  })
}

function sentLast({ result, criteria, remedies, scorePercent }: InspectionView): ResultWriting {
  const proposed = scorePercent === null ? null : ratingFor(scorePercent)
  return {
    rating: result?.rating ?? proposed ?? 'FAIR',
    conclusion: result?.conclusion ?? '',
    answers: Object.fromEntries(
      objectionsIn({ criteria }).map(({ criterionId, answer }) => [criterionId, answer ?? '']),
    ),
    remedies: remedies.map(({ criterionId, measure, departmentId, dueOn }) => ({
      criterionId,
      measure,
      departmentId,
      dueOn,
    })),
  }
}

export function objectionsIn({ criteria }: Pick<InspectionView, 'criteria'>) {
  return criteria.filter(({ reply }) => reply?.stance === 'OBJECT')
}

/** As the fields of the form hold it: one answer for each objection there is now. */
export function fieldsOf(writing: ResultWriting, inspection: InspectionView): ResultForm {
  return {
    ...writing,
    answers: objectionsIn(inspection).map(({ criterionId }) => ({
      criterionId,
      words: writing.answers[criterionId] ?? '',
    })),
  }
}

/** The other way; null while a field holds what cannot even be kept. */
export function writingOf(fields: ResultForm): ResultWriting | null {
  const answers = fields.answers.map(({ criterionId, words }) => [criterionId, words])
  const read = resultWriting.safeParse({ ...fields, answers: Object.fromEntries(answers) })
  return read.success ? read.data : null
}
