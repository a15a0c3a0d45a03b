import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import type { AnswerPaper } from '../../domain/feedback/answer-paper.contract.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { partsOfWish } from '../../domain/feedback/line-wish.ts'
import { type OwnQuestion, wordsOfOwnAnswer } from '../../domain/feedback/own-questions.ts'
import { type Place, placesOf } from '../../domain/feedback/places.ts'
import {
  day,
  dayOfInstant,
  timeOfInstant,
  writeDay,
  writePaperDate,
} from '../../domain/grammar/day.ts'
import { writeFileSize } from '../../domain/files/file-kind.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { headTitle } from '../../domain/papers/position-title.ts'
import { ND30_2020 } from '../../domain/papers/profile.ts'
import { recipientLines, signatureBlock } from '../../domain/papers/signing.ts'
import { say } from '../../domain/text/say.ts'
import { namePlace } from './name-place.ts'

export type SignedPaper = {
  answerId: string
  planYear: number
  number: string
  version: number
  unitName: string
  federationName: string
  place: string
  signedAt: string
  signerName: string
  signerPosition: string
  isForHead: boolean
  contentSha256: string
  form: AnswerForm
  plans: readonly ConsultedPlan[]
  files: readonly AnswerFile[]
  questions: readonly OwnQuestion[]
  /** Where it came on paper. */
  enteredFrom: string | null
}

/** Every line of a unit's answer in the words and the order of Decree 30. */
export function setAnswer(paper: SignedPaper): AnswerPaper {
  const { form, plans, signedAt, number, version } = paper
  const on = dayOfInstant(signedAt)
  return {
    answerId: paper.answerId,
    planYear: paper.planYear,
    country: ND30_2020.motto.country,
    motto: ND30_2020.motto.words,
    parentBody: paper.federationName.toLocaleUpperCase('vi'),
    issuingBody: paper.unitName.toLocaleUpperCase('vi'),
    number: `Số: ${version > 1 ? `${number}/${version}` : number}`,
    placeAndDate: `${paper.place}, ${writePaperDate(on)}`,
    docType: 'PHIẾU GÓP Ý',
    abstract: `Về các dự thảo kế hoạch năm ${paper.planYear}`,
    addressee: paper.federationName,
    opening: openingOf(paper),
    drafts: plans.map((plan) => draftOf(plan, form)),
    ownAnswers: ownAnswersOf(paper),
    capacity: capacityOf(form),
    files: paper.files.map(fileLine),
    end: ND30_2020.end,
    signature: signatureOf(paper),
    recipients: recipientLines(['Như trên'], paper.unitName),
    version,
    signedAt: `${timeOfInstant(signedAt)} ngày ${writeDay(on)}`,
    contentSha256: paper.contentSha256,
  }
}

const shownOfHash = 12

/** The file itself cannot be printed: which one it was, so that another is not taken for it. */
function fileLine({ name, size, sha256 }: AnswerFile, index: number): string {
  return `${index + 1}. ${name} (${writeFileSize(size)}), mã ${sha256.slice(0, shownOfHash)}`
}

function openingOf(signed: SignedPaper): string[] {
  const { form, unitName, plans, planYear, enteredFrom } = signed
  const { name, position } = form.spokesperson
  const { body, heldOn, minutesNumber } = form.meeting
  const held = heldOn ? ` họp ngày ${writeDay(day(heldOn))}` : ''
  const minutes = minutesNumber ? ` (biên bản số ${minutesNumber})` : ''
  const basis = body
    ? `Căn cứ ý kiến của ${say('vi', `feedback.bodies.${body}`)}${held}${minutes}, `
    : ''
  const version = plans[0]?.version ?? 1
  const said = `${unitName} góp ý các dự thảo kế hoạch năm ${planYear}, dự thảo lần ${version}, như sau:`
  return [
    `${basis}${said}`,
    `Người phát ngôn: ${[name, position].filter(Boolean).join(', ')}.`,
    ...(enteredFrom === null ? [] : [enteredFrom]),
    ...(form.keeps === undefined
      ? []
      : [`Đơn vị giữ nguyên ý kiến tại Phiếu góp ý số ${form.keeps}.`]),
  ]
}

function draftOf(plan: ConsultedPlan, form: AnswerForm): AnswerPaper['drafts'][number] {
  const given = form.stances[plan.planId]
  const stance = say('vi', `feedback.stances.${given?.stance ?? 'NO_OPINION'}`)
  const places = placesOf(plan)
  const order = (comment: CommentForm) =>
    places.findIndex(({ placeCode }) => placeCode === comment.placeCode)
  const comments = Object.values(form.comments)
    .filter(({ planId }) => planId === plan.planId)
    .toSorted((a, b) => order(a) - order(b))
  return {
    title: plan.title,
    stance: given?.remark ? `${stance}. ${given.remark}` : `${stance}.`,
    opinions: comments.map((comment) => opinionOf(comment, places)),
    requests: requestsOn(plan, form),
  }
}

function opinionOf(comment: CommentForm, places: readonly Place[]) {
  const at = places.find(
    ({ placeKind, placeCode }) =>
      placeKind === comment.placeKind && placeCode === comment.placeCode,
  )
  const draft = at?.text.trim()
  const suggested = comment.suggestedText?.trim()
  return {
    place: at
      ? namePlace(at)
      : comment.line
        ? say('vi', 'feedback.lineWish.newLines')
        : 'Toàn dự thảo',
    kind: say('vi', `feedback.commentKinds.${comment.kind}`),
    paragraphs: [...wishOf(comment, at), ...paragraphsOf(comment.text)],
    suggestion: suggested && suggested !== draft ? suggested : null,
  }
}

function wishOf({ line }: CommentForm, at: Place | undefined): string[] {
  if (!line) return []
  const parts = partsOfWish(line, at?.line).map(({ key, params }) => say('vi', key, params))
  return [`${parts.join('; ')}.`]
}

function requestsOn(plan: ConsultedPlan, form: AnswerForm) {
  return Object.values(form.targetRequests)
    .filter(({ planId }) => planId === plan.planId)
    .map((request) => {
      const target = plan.targets.find(({ code }) => code === request.targetCode)
      const assigned = writeNumber(target?.allocation?.value ?? 0)
      const reason = request.reason ? say('vi', `feedback.reasons.${request.reason}`) : ''
      return {
        target: target?.text ?? request.targetCode,
        figures: `Được giao ${assigned}, đề nghị ${writeNumber(request.requested ?? 0)} ${target?.measuredIn ?? ''}.`,
        lines: [
          `Lý do: ${reason}.`,
          `Đặc thù: ${request.particularity}`,
          `Tính khả thi: ${request.feasibility}`,
          ...(request.commitment ? [`Cam kết: ${request.commitment}`] : []),
        ],
      }
    })
}

function ownAnswersOf({ form, questions }: SignedPaper): AnswerPaper['ownAnswers'] {
  return questions.flatMap((question) => {
    const answer = form.ownAnswers[question.id]
    if (answer === undefined) return []
    return [
      { question: question.label, paragraphs: paragraphsOf(wordsOfOwnAnswer(question, answer)) },
    ]
  })
}

function capacityOf({ capacity: { classes, seats, venue } }: AnswerForm): string[] {
  return [
    ...(classes === null ? [] : [`Đơn vị tự tổ chức được ${classes} lớp.`]),
    ...(seats === null ? [] : [`Số chỗ bố trí được: ${writeNumber(seats)}.`]),
    ...(venue ? [`Địa điểm: ${venue}.`] : []),
  ]
}

/** The head signs, or a vice-president in the head's place; who else stands in was authorised. */
function signatureOf({ form, signerName, signerPosition, isForHead }: SignedPaper) {
  const { body } = form.meeting
  const isVice = signerPosition === 'VICE_PRESIDENT'
  const isHead = !isForHead && !isVice
  const position = say('vi', `federation.positions.${signerPosition}`)
  return signatureBlock({
    capacity: isForHead && !isVice ? 'BY_AUTHORISATION' : 'ON_BEHALF_OF_COLLECTIVE',
    collective: body ? say('vi', `feedback.bodies.${body}`) : null,
    headPosition: headTitle,
    signerPosition: isHead ? headTitle : position,
    signerName,
  })
}

function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
