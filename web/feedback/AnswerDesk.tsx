import type { ReactNode } from 'react'
import { askedOf, obstaclesInPlaces } from '../../domain/feedback/asked.ts'
import { obstaclesToSending } from '../../domain/feedback/answer-form.ts'
import { type AnswerStep, stepsOf } from '../../domain/feedback/answer-steps.ts'
import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'
import { type AnswerDocument, useAnswerDocument } from './answer-document.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { AnswerAside } from './AnswerAside.tsx'
import { WrittenAnswer } from './AnswerFiles.tsx'
import { GeneralStep } from './GeneralStep.tsx'
import { NeedsStep } from './NeedsStep.tsx'
import { PlacesStep } from './PlacesStep.tsx'
import { ReadStep } from './ReadStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useFeedbackSearch } from './search.ts'
import { TargetsStep } from './TargetsStep.tsx'

export type StepProps = {
  view: AnswerView
  document: AnswerDocument
  obstacles: readonly Obstacle[]
  /** The steps and the deadline, at the right. */
  aside: ReactNode
  /** Filled in to see how it is; nothing is sent or kept. */
  isRehearsal: boolean
}

const pages = {
  read: ReadStep,
  general: GeneralStep,
  places: PlacesStep,
  targets: TargetsStep,
  needs: NeedsStep,
  review: ReviewStep,
} satisfies Record<AnswerStep, (props: StepProps) => ReactNode>

/** The answer while it is written, one step at a time; everything typed is kept at once. */
export function AnswerDesk({ view }: { view: AnswerView }) {
  return <AnswerSteps view={view} document={useAnswerDocument(view)} />
}

type StepsProps = { view: AnswerView; document: AnswerDocument; isRehearsal?: boolean }

export function AnswerSteps({ view, document, isRehearsal = false }: StepsProps) {
  const { search } = useFeedbackSearch()
  const { value: form } = document
  const isRead = !['NOT_OPENED', 'OPENED'].includes(view.state)
  const obstacles = [
    ...obstaclesToSending(form, askedOf(view.plans)),
    ...obstaclesInPlaces(form, view.plans),
  ]
  const step = search.step ?? (isRead ? 'places' : 'read')
  const steps = stepsOf({
    form,
    plans: view.plans,
    isRead,
    obstaclesAt: obstacles.flatMap(({ at }) => at ?? []),
  })
  const total = view.plans.flatMap(placesOf).length
  const Page = pages[step]
  return (
    <WrittenAnswer value={isRehearsal ? null : view}>
      <Returned view={view} />
      <Clashes document={document} />
      <Page
        view={view}
        document={document}
        obstacles={obstacles}
        isRehearsal={isRehearsal}
        aside={<AnswerAside {...{ view, steps, total, isRehearsal }} current={step} />}
      />
    </WrittenAnswer>
  )
}

/** The president's own words stand above what has to be mended. */
function Returned({ view }: { view: AnswerView }) {
  const t = useText()
  if (view.returnedBecause === null) return null
  return (
    <Note tone="soon" title={t('feedback.answer.returned')}>
      <p>“{view.returnedBecause}”</p>
    </Note>
  )
}
