import { type ReactNode, useEffect } from 'react'
import { obstaclesInAnswer } from '../../domain/feedback/complete.ts'
import { type AnswerStep, stepsOf } from '../../domain/feedback/answer-steps.ts'
import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { movedTo } from '../../domain/feedback/question-versions.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'
import { type AnswerDocument, useAnswerDocument } from './answer-document.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { AnswerAside } from './AnswerAside.tsx'
import { WrittenAnswer } from './AnswerFiles.tsx'
import { GeneralStep } from './GeneralStep.tsx'
import { NeedsStep } from './NeedsStep.tsx'
import { QuestionsStep } from './QuestionsStep.tsx'
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
  isAssisted: boolean
  /** What stands at the end instead of sending it on to the president. */
  end: ReactNode
}

const pages = {
  read: ReadStep,
  general: GeneralStep,
  places: PlacesStep,
  targets: TargetsStep,
  needs: NeedsStep,
  questions: QuestionsStep,
  review: ReviewStep,
} satisfies Record<AnswerStep, (props: StepProps) => ReactNode>

/** The answer while it is written, one step at a time; everything typed is kept at once. */
export function AnswerDesk({ view }: { view: AnswerView }) {
  const document = useAnswerDocument(view)
  useNewestQuestions(view, document)
  return <AnswerSteps view={view} document={document} />
}

/** A draft goes on with the questions as they stand now; nothing that was typed moves away. */
function useNewestQuestions(view: AnswerView, { value, edit }: AnswerDocument): void {
  const { version } = view.asked
  const isBehind = value.questionsVersion < version
  useEffect(() => {
    if (isBehind) edit((now) => movedTo(now, version))
  }, [isBehind, edit, version])
}

type StepsProps = {
  view: AnswerView
  document: AnswerDocument
  isRehearsal?: boolean
  /** The department enters from paper what only the unit can confirm. */
  isAssisted?: boolean
  end?: ReactNode
}

export function AnswerSteps(props: StepsProps) {
  const { view, document, isAssisted = false, isRehearsal = isAssisted, end } = props
  const { search } = useFeedbackSearch()
  const { value: form } = document
  const isRead = !['NOT_OPENED', 'OPENED'].includes(view.state)
  const { plans } = view
  const { questions } = view.asked
  const obstacles = obstaclesInAnswer(isAssisted ? { ...form, isConfirmed: true } : form, {
    plans,
    questions,
  })
  const step = search.step ?? (isRead ? 'places' : 'read')
  const steps = stepsOf({
    form,
    plans,
    questions,
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
        isAssisted={isAssisted}
        end={end}
        aside={
          <AnswerAside
            {...{ view, document, steps, total, isRehearsal, isAssisted }}
            current={step}
          />
        }
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
