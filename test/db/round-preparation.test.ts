import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { previewConsultation } from '../../db/draft/consultation.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { preparationOf } from '../../db/feedback/preparation.ts'
import { rehearsalOf } from '../../db/feedback/rehearsal.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import {
  type PreparationForm,
  preparationRoutes as routes,
  USUAL_PREPARATION,
} from '../../domain/feedback/preparation.contract.ts'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { evenings, hall } from '../setup/questions.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'
import { patientDatabase } from '../setup/patient-database.ts'

const planYear = 2027
let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ unitCount: 4 })
  await desk.openYear(planYear)
})
afterEach(() => desk.close())

const prepared = () => desk.reads('drafter', (entered) => preparationOf(entered, planYear))
const prepare = (change: Partial<PreparationForm>, revision = 0) =>
  desk.does(
    'drafter',
    routes.prepare,
    { params: { planYear }, body: { form: { ...USUAL_PREPARATION, ...change } } },
    { revision },
  )
const picked = (...units: number[]) =>
  units.map((unit) => {
    const { id, name } = desk.federation.units[unit - 1] ?? never()
    return { id, name }
  })

async function publish(body: { dueOn?: string; graceDays?: number } = {}): Promise<string> {
  const planId = await writeSmallPlan(desk, planYear)
  await desk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await desk.does('head', draftRoutes.forward, { params: { planId } })
  const { roundId } = await desk.does('leader', draftRoutes.publish, { params: { planYear }, body })
  return roundId
}

describe('a round is prepared', () => {
  test('as usual until somebody writes; what is written is kept with its revision', async () => {
    expect(await prepared()).toMatchObject({
      form: USUAL_PREPARATION,
      revision: 0,
      invitedCount: 4,
    })
    await prepare({ questions: [evenings] })
    expect(await prepared()).toMatchObject({ revision: 1, form: { questions: [evenings] } })
    await expect(prepare({ graceDays: 0 })).rejects.toMatchObject({
      code: 'grammar.edited-meanwhile',
      details: { theirs: { questions: [evenings] } },
    })
    expect(
      await desk.asOwner(`select 1 from register_entry where deed = 'round.prepared'`),
    ).toEqual([])
  })

  test('by kind, by tree and by name, less those left out; the count is who will be asked', async () => {
    const invited = { ...USUAL_PREPARATION.invited, everyone: false }
    await prepare({ invited })
    expect((await prepared()).obstacles).toMatchObject([{ code: 'feedback.nobody-invited' }])
    await prepare({ invited: { ...invited, units: picked(1, 3) } }, 1)
    const names = async () => (await prepared()).invited.map(({ unitName }) => unitName)
    expect(await names()).toEqual(['Công đoàn phường Số 1', 'Công đoàn phường Số 3'])
    await prepare({ invited: { ...invited, kinds: ['WARD_UNION'], without: picked(2) } }, 2)
    expect((await prepared()).invitedCount).toBe(3)
    const { top } = desk.federation
    const whole = [{ id: top.id, name: 'LĐLĐ' }]
    await prepare({ invited: { ...invited, units: whole, without: picked(1, 2) } }, 3)
    expect(await names()).toEqual(['Công đoàn phường Số 3', 'Công đoàn phường Số 4'])
  })

  test('with its questions in the rehearsal, and nothing else of it anywhere', async () => {
    await writeSmallPlan(desk, planYear)
    await prepare({ questions: [evenings, hall] })
    const { answer } = await desk.reads('drafter', (entered) => rehearsalOf(entered, { planYear }))
    expect(answer.asked).toMatchObject({ version: 1, questions: [evenings, hall] })
    expect(await desk.asOwner('select 1 from round_form')).toEqual([])
  })

  test('what cannot be put to units keeps the round from opening, each at its place', async () => {
    await prepare({ kinds: [], questions: [hall], contact: { name: 'Lê Mai', phone: '' } })
    await expect(publish()).rejects.toMatchObject({
      code: 'draft.not-ready-to-consult',
      faults: [
        { code: 'feedback.round-without-kind', at: '/kinds' },
        { code: 'feedback.contact-incomplete', at: '/contact/phone' },
        { code: 'feedback.condition-looks-nowhere', at: '/questions/0/when' },
      ],
    })
  })
})

describe('the round that opens is the one that was prepared', () => {
  test('its kinds, questions, reminders and contact, and only the invited owe an answer', async () => {
    await prepare({
      kinds: ['WRITTEN', 'CONFERENCE'],
      questions: [evenings, hall],
      reminderDays: [3],
      contact: { name: 'Lê Mai', phone: '024 3800 1234' },
      invited: { ...USUAL_PREPARATION.invited, everyone: false, units: picked(2, 4) },
    })
    const roundId = await publish()
    await opened(roundId)
    const units = await desk.asOwner(
      `select u.name from answer a join unit u on u.id = a.unit_id order by u.code`,
    )
    expect(units.map(({ name }) => name)).toEqual([
      'Công đoàn phường Số 2',
      'Công đoàn phường Số 4',
    ])
    const [letter] = await desk.asOwner(
      `select params from letter where text_key = 'feedback.letters.invited'`,
    )
    expect(letter?.params).toMatchObject({
      held: 'WRITTEN+CONFERENCE',
      dueTime: '17:00',
      help: 'named',
      helpName: 'Lê Mai',
      helpPhone: '024 3800 1234',
    })
    const [round] = await desk.asOwner('select due_at from round where id = $1', [roundId])
    const holidays = await desk.reads('head', ({ tx }) => holidaysOf(tx))
    const dueOn = dayOfInstant(new Date(String(round?.due_at)))
    expect(await desk.reads('head', ({ tx }) => nextOfRound(tx, roundId))).toEqual({
      moment: 'D-3',
      at: instantAt(addWorkingDays(dueOn, -3, holidays), '08:00'),
    })
    const [kept] = await desk.asOwner(
      `select facts from register_entry where deed = 'draft.published'`,
    )
    expect(kept?.facts).toMatchObject({ units: 2, questions: 2 })
  })

  test('its term is the prepared one unless the leader gives another', async () => {
    const holidays = await desk.reads('head', ({ tx }) => holidaysOf(tx))
    const today = dayOfInstant(new Date())
    const [prepares, says] = [
      addWorkingDays(today, 15, holidays),
      addWorkingDays(today, 12, holidays),
    ]
    await prepare({ dueOn: prepares, graceDays: 1 })
    const preview = (wished: object) =>
      desk.reads('leader', ({ tx, at }) => previewConsultation(tx, at, planYear, wished))
    expect(await preview({})).toMatchObject({ dueOn: prepares, graceDays: 1 })
    expect(await preview({ dueOn: says })).toMatchObject({ dueOn: says, graceDays: 1 })
    await publish({ dueOn: says })
    const [round] = await desk.asOwner('select due_at, grace_days from round')
    expect(round).toMatchObject({ grace_days: 1 })
    expect(dayOfInstant(new Date(String(round?.due_at)))).toBe(says)
  })
})

async function opened(roundId: string): Promise<void> {
  const worker = patientDatabase(desk.database.appUrl, { role: 'training_worker', poolSize: 1 })
  const system = { federationId: desk.federation.federationId, process: 'test' }
  await asSystem(worker, system, (tx) => openObligations(tx, roundId))
  await worker.destroy()
}

function never(): never {
  throw new Error('it must be there')
}
