import { useState } from 'react'
import { factsOfWish, type LineFacts } from '../../domain/feedback/line-wish.ts'
import { isAt } from '../../domain/revision/comments-in-places.ts'
import { EXPLANATION_NEEDED } from '../../domain/revision/disposition.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type {
  CommentRow,
  ConsolidationView,
  DispositionView,
} from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'

export type Kind = DispositionView['disposition']
export type Choice = {
  disposition: Kind | null
  explanation: string
  mergedInto: string | null
  forwardedTo: string | null
  dueOn: string | null
  /** What of a wish about a class line goes into the draft; null leaves the draft alone. */
  apply: LineFacts | null
}

/** What a deed on an opinion changes of what is shown. */
export const opinionReadings = [
  routes.consolidation,
  routes.opinions,
  routes.group,
  routes.groupable,
  routes.comparison,
]

/** The choice being made on the current comment, its recording, and the way back. */
export function useDeciding(view: ConsolidationView, current: CommentRow | undefined) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const recording = useRecording(view)
  const group = useDeed(routes.groupComments, { touches: opinionReadings })
  const split = useDeed(routes.splitGroup, { touches: opinionReadings })
  const choice = current ? (choices.get(current.id) ?? choiceOf(current)) : nothing

  function change(next: Partial<Choice>): void {
    if (current) setChoices(new Map(choices).set(current.id, { ...choice, ...next }))
  }

  async function record(comment: CommentRow, wanted: Choice): Promise<boolean> {
    if (!(await recording.record(comment, wanted))) return false
    setSavedAt(new Date())
    const rest = new Map(choices)
    rest.delete(comment.id)
    setChoices(rest)
    return true
  }

  async function merge(headId: string, commentIds: string[]): Promise<boolean> {
    const done = await group.send({ params: { commentId: headId }, body: { commentIds } })
    if (done) setSavedAt(new Date())
    return done !== null
  }

  async function splitOff(headId: string, commentIds: string[]): Promise<void> {
    if (await split.send({ params: { commentId: headId }, body: { commentIds } }))
      setSavedAt(new Date())
  }

  return {
    choice,
    change,
    isTouched: current !== undefined && choices.has(current.id),
    record,
    merge,
    splitOff,
    savedAt,
    undo: recording.undo,
    sending: recording.sending || group.sending || split.sending,
    problem: recording.problem ?? group.problem ?? split.problem,
  }
}

/** What was recorded last is remembered by the server, so that Z takes it back wherever one sits. */
function useRecording(view: ConsolidationView) {
  const dispose = useDeed(routes.disposeComment, { touches: opinionReadings })
  const back = useDeed(routes.undoAct, { touches: opinionReadings })

  async function record(comment: CommentRow, wanted: Choice): Promise<boolean> {
    const body = formOf(view, comment, wanted)
    const revision = comment.disposition?.revision ?? 0
    if (!body) return false
    return (await dispose.send({ params: { commentId: comment.id }, body }, revision)) !== null
  }

  async function undo(): Promise<string | null> {
    const { lastAct, plan } = view
    if (!lastAct || lastAct.isRunning || back.sending) return null
    const body = { actId: lastAct.actId }
    const done = await back.send({ params: { planId: plan.id }, body })
    return done && lastAct.commentId
  }

  const problem = dispose.problem ?? back.problem
  return { record, undo, problem, sending: dispose.sending || back.sending }
}

export type Deciding = ReturnType<typeof useDeciding>

const nothing: Choice = {
  disposition: null,
  explanation: '',
  mergedInto: null,
  forwardedTo: null,
  dueOn: null,
  apply: null,
}

/** What was asked in figures is written into the draft, unless whoever decides wants it otherwise. */
function choiceOf({ disposition, line }: CommentRow): Choice {
  if (!disposition) return { ...nothing, apply: line && factsOfWish(line) }
  return {
    disposition: disposition.disposition,
    explanation: disposition.explanation ?? '',
    mergedInto: disposition.mergedInto,
    forwardedTo: disposition.forwardedTo,
    dueOn: null,
    apply: disposition.applied,
  }
}

function formOf(view: ConsolidationView, comment: CommentRow, wanted: Choice) {
  const { disposition, explanation, apply, ...where } = wanted
  if (!disposition) return null
  return {
    ...relevant(disposition, where),
    disposition,
    explanation: explanation.trim() === '' ? null : explanation,
    changedPlaces: changedPlacesOf(view, comment, disposition),
    apply: appliedWith(disposition, comment, apply),
  }
}

/** Taken over means what was asked; other figures are a part. */
function appliedWith(kind: Kind, { line }: CommentRow, apply: LineFacts | null): LineFacts | null {
  if (!line || !apply) return null
  if (kind === 'ACCEPTED') return factsOfWish(line)
  return kind === 'PARTLY' ? apply : null
}

/** A department is named only where something is forwarded, a head only where it is merged. */
function relevant(kind: Kind, where: Pick<Choice, 'mergedInto' | 'forwardedTo' | 'dueOn'>) {
  return {
    mergedInto: kind === 'MERGED' ? where.mergedInto : null,
    forwardedTo: kind === 'FORWARDED' ? where.forwardedTo : null,
    dueOn: kind === 'FORWARDED' ? where.dueOn : null,
  }
}

/** What was taken over stands where the words of its place have changed. */
function changedPlacesOf(view: ConsolidationView, comment: CommentRow, kind: Kind): string[] {
  if (kind !== 'ACCEPTED' && kind !== 'PARTLY') return []
  const place = placeOf(view, comment)
  const isChanged = place && place.consulted !== place.current
  return isChanged && place.code ? [place.code] : []
}

export function placeOf(view: ConsolidationView, comment: CommentRow) {
  return view.places.find((place) => isAt(place, comment))
}

export function isExplained({ disposition, explanation }: Choice): boolean {
  return disposition === null || !EXPLANATION_NEEDED[disposition] || explanation.trim() !== ''
}
