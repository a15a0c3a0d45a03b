import {
  type AnswerForm,
  type CommentForm,
  placeKey,
} from '../../domain/feedback/answer-form.contract.ts'
import type { AnswerStep } from '../../domain/feedback/answer-steps.ts'
import type { AskedQuestions } from '../../domain/feedback/own-questions.contract.ts'
import {
  countedAnswers,
  visibleQuestions,
  wordsOfOwnAnswer,
} from '../../domain/feedback/own-questions.ts'
import type { DraftLine } from '../../domain/feedback/line-wish.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Button } from '../kit/Button.tsx'
import { type Answer, CheckAnswers } from '../kit/CheckAnswers.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { useText } from '../text.ts'
import { useFeedbackSearch } from './search.ts'

type ClassLine = DraftLine & { code: string }
type Props = {
  plans: readonly { planId: string; title: string; classLines?: readonly ClassLine[] }[]
  form: AnswerForm
  asked: AskedQuestions
}

/** Row by row what the unit says; what was left out says so. */
export function AnswerSummary({ withLinks = false, ...props }: Props & { withLinks?: boolean }) {
  const rows = useRows(props)
  return withLinks ? (
    <LinkedRows rows={rows} />
  ) : (
    <CheckAnswers answers={rows.map(({ question, answer }) => ({ question, answer }))} />
  )
}

type Row = Answer & { step: AnswerStep }

function LinkedRows({ rows }: { rows: readonly Row[] }) {
  const t = useText()
  const { go } = useFeedbackSearch()
  return (
    <CheckAnswers
      answers={rows.map(({ step, ...row }) => ({
        ...row,
        change: (
          <Button kind="text" onClick={() => go({ step })}>
            {t('shell.change')}
            <span className="vh"> {row.question}</span>
          </Button>
        ),
      }))}
    />
  )
}

function useRows({ plans, form, asked }: Props): Row[] {
  const t = useText()
  const titleOf = (planId: string) => plans.find((plan) => plan.planId === planId)?.title ?? ''
  const stances = plans.map(({ planId, title }): Row => {
    const given = form.stances[planId]
    const stance = given?.stance ? t(`feedback.stances.${given.stance}`) : null
    return {
      step: 'general',
      question: t('feedback.review.stanceOn', { plan: title }),
      answer: stance && given?.remark ? `${stance}. ${given.remark}` : stance,
    }
  })
  const lines = linesOf(plans)
  const comments = Object.entries(form.comments).map(([key, comment]): Row => ({
    step: comment.placeKind === 'GENERAL' ? 'general' : 'places',
    question: [
      comment.line?.wish === 'NEW'
        ? t('feedback.lineWish.newLines')
        : (comment.placeCode ?? titleOf(comment.planId)),
      t(`feedback.commentKinds.${comment.kind}`),
      plans.length > 1 && comment.placeCode ? titleOf(comment.planId) : '',
    ]
      .filter(Boolean)
      .join(', '),
    answer: <CommentWords key={key} comment={comment} draft={lines.get(key)} />,
  }))
  const requests = Object.values(form.targetRequests).map((request): Row => ({
    step: 'targets',
    question: t('feedback.review.request', { target: request.targetCode }),
    answer: [
      request.requested === null ? '' : writeNumber(request.requested),
      request.reason ? t(`feedback.reasons.${request.reason}`) : '',
      request.particularity,
    ]
      .filter(Boolean)
      .join('. '),
  }))
  return [
    ...keptRow(form, t),
    ...stances,
    ...comments,
    ...requests,
    capacityRow(form, t),
    ...ownRows(form, asked),
  ]
}

/** Where the units were asked once more, and this one holds to its first answer. */
function keptRow({ keeps: number }: AnswerForm, t: ReturnType<typeof useText>): Row[] {
  if (number === undefined) return []
  const answer = t('feedback.reopening.kept', { number })
  return [{ step: 'general', question: t('feedback.reopening.keeps'), answer }]
}

/** The class lines of the drafts by their place, where the drafts are at hand. */
function linesOf(plans: Props['plans']): ReadonlyMap<string, DraftLine> {
  return new Map(
    plans.flatMap(({ planId, classLines = [] }) =>
      classLines.map((line) => [
        placeKey({ planId, placeKind: 'LINE', placeCode: line.code }),
        line,
      ]),
    ),
  )
}

/** Every question that is put, also where its answer was left out. */
function ownRows({ ownAnswers }: AnswerForm, { questions }: AskedQuestions): Row[] {
  const counted = countedAnswers(questions, ownAnswers)
  return visibleQuestions(questions, ownAnswers).map((question) => {
    const answer = counted[question.id]
    const words = answer === undefined ? null : wordsOfOwnAnswer(question, answer)
    return { step: 'questions', question: question.label, answer: words }
  })
}

function capacityRow({ capacity }: AnswerForm, t: ReturnType<typeof useText>): Row {
  const words = [
    capacity.classes !== null && t('feedback.needs.classesCount', { number: capacity.classes }),
    capacity.seats !== null && t('feedback.needs.seatsCount', { number: capacity.seats }),
    capacity.venue,
  ]
  return {
    step: 'needs',
    question: t('feedback.steps.needs'),
    answer: words.filter(Boolean).join(', '),
  }
}

type WordsProps = { comment: CommentForm; draft: DraftLine | undefined }

function CommentWords({ comment, draft }: WordsProps) {
  const { text, suggestedText: suggested, line } = comment
  return (
    <>
      {line && <LineWishWords wish={line} draft={draft} />}
      {suggested && <span className="paper-voice">“{suggested}” </span>}
      {text}
    </>
  )
}
