import { setTimeout as pause } from 'node:timers/promises'
import { demoPassword } from '../../db/demo/password.ts'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { type Person, personWith } from '../../local/signed-in.ts'
import { fullForm, type PlanIds } from '../bench/consultation-content.ts'
import { firmly } from './firmly.ts'
import type { President } from './many-presidents.ts'

/** The signature as the unit was told of it, and what it had before its eyes when it signed. */
export type Acknowledged = {
  view: Pick<AnswerView, 'answerId' | 'number' | 'unitName'>
  form: AnswerForm
  contentSha256: string
  isLate: boolean
  /** From the click to the reply, repeated sendings included. */
  tookMs: number
}

export type Ended = { acknowledged: Acknowledged } | { refused: string }

export type Day = {
  address: string
  planYear: number
  plans: PlanIds
  president: President
  /** When the click that signs is meant to come (ms of `Date.now()`), and how long before it she sits down. */
  signsAt: number
  sitsMs: number
  /** She presses twice, as people do when nothing seems to happen. */
  pressesTwice: boolean
}

/**
 * What one unit does (settled 23): one sign-in, one load of form and drafts, three autosaves, and
 * one signed submission with the password shown again. Its one account holder turns both keys.
 */
export async function unitDay(day: Day): Promise<Ended> {
  const until = (share: number) => pauseUntil(day.signsAt - day.sitsMs * share)
  const given = { params: { planYear: day.planYear } }
  await until(1)
  const person = personWith(day.address, '')
  const { username } = day.president
  const known = { username, password: demoPassword }
  await firmly.done(() => posted(person, '/auth/sign-in/username', known))
  const view = await firmly.done(() => person.call(routes.myAnswer, given))
  const params = { answerId: view.answerId }
  await firmly.done((key) => person.call(routes.open, { params, body: {} }, { key }))
  const stages = stagesOf(whatSheThinks(day))
  for (const [revision, form] of stages.entries()) {
    await until(0.7 - revision * 0.2)
    await firmly.done((key) =>
      person.call(routes.save, { params, body: { form } }, { revision, key }),
    )
  }
  await until(0.1)
  const revision = stages.length
  await firmly.done((key) => person.call(routes.sendOn, { params, body: {} }, { revision, key }))
  await firmly.done(() => posted(person, '/session/step-up', { password: demoPassword }))
  await until(0)
  return sign(person, { day, view, revision })
}

type Signing = { day: Day; view: AnswerView; revision: number }

async function sign(person: Person, { day, view, revision }: Signing): Promise<Ended> {
  const begun = performance.now()
  const params = { answerId: view.answerId }
  const press = (key: string) => person.call(routes.sign, { params, body: {} }, { revision, key })
  const reply = await firmly.answered(async (key) => {
    const [first] = await Promise.all([press(key), day.pressesTwice && press(key)])
    return first
  })
  if (reply.status !== 200) return { refused: reply.problem.code }
  const { contentSha256, isLate } = reply.body
  const { answerId, number, unitName } = view
  const tookMs = performance.now() - begun
  const form = whatSheThinks(day)
  return {
    acknowledged: { view: { answerId, number, unitName }, form, contentSha256, isLate, tookMs },
  }
}

/** The two addresses that are no routes of the contract. */
const posted = (person: Person, path: string, given: Record<string, string>) =>
  person.raw(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })

/** Each unit writes words of its own, so that no answer can pass for another's. */
function whatSheThinks({ plans, president }: Day): AnswerForm {
  const form = fullForm(plans)
  const position = `Chủ tịch ${president.name} (${president.code})`
  return { ...form, spokesperson: { ...form.spokesperson, position } }
}

/** The form after each of the three autosaves. */
function stagesOf(form: AnswerForm): AnswerForm[] {
  const { stances, comments } = form
  return [{ ...EMPTY_FORM, stances }, { ...EMPTY_FORM, stances, comments }, form]
}

async function pauseUntil(instant: number): Promise<void> {
  const left = instant - Date.now()
  if (left > 0) await pause(left)
}
