import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { anAnswer, aRound, type Round } from '../db/feedback-round.ts'
import { type Break, broken } from './broken.ts'
import { handsOf } from './build.ts'
import type { Db, Hands } from './doing.ts'
import {
  after,
  chosen,
  freshModel,
  isDone,
  type RoundModel,
  type Step,
  steps,
  UNITS,
} from './round-model.ts'

let round: Round
beforeAll(async () => {
  round = await aRound({ unitCount: 3 })
})
afterAll(() => round?.close())

type Sent = { name: string; who: string; given: object; revision: number; key: string }
type Acked = { sent: Sent; reply: unknown }

/** One life of a round, lived by the database and by the model side by side. */
class Life {
  model: RoundModel = freshModel()
  readonly acked: Acked[] = []
  private readonly ids = new Map<number, string>()
  private readonly hands: Hands
  private readonly db: Db

  constructor(hands: Hands, db: Db) {
    this.hands = hands
    this.db = db
  }

  async begin(): Promise<void> {
    await round.sql(`truncate answer_form, answer_version, extension, excuse, task, letter cascade`)
    await round.sql(`update answer set state = 'NOT_OPENED', version = 0, is_late = false,
      opened_at = null, read_at = null, sent_on_by = null, sent_on_at = null, submitted_at = null`)
    await round.sql(`update round set state = 'OPEN', closed_at = null, closed_because = null,
      due_at = now() + interval '5 days', grace_until = now() + interval '9 days'`)
    for (const unit of UNITS) this.ids.set(unit, String((await round.answerOf(unit)).id))
  }

  async take(step: Step): Promise<void> {
    if (step.kind === 'again') return this.sendAgain()
    if (step.kind === 'likely') {
      const likely = chosen(this.model, step.unit, step.pick)
      return likely && this.take(likely)
    }
    if (step.kind === 'answer' || step.kind === 'office') await this.tryDeed(step)
    else await this.befall(step.kind)
    await this.mustAgree(step)
  }

  private async tryDeed(step: Extract<Step, { kind: 'answer' | 'office' }>): Promise<void> {
    const sent = this.sentBy(step)
    const reply = await this.send(sent).catch((error: unknown) => refusedAs(error, step))
    const wasDone = reply !== null
    expect(wasDone, told(step, this.model)).toBe(isDone(this.model, step))
    if (!wasDone) return
    this.acked.push({ sent, reply })
    this.model = after(this.model, step)
  }

  private sentBy(step: Extract<Step, { kind: 'answer' | 'office' }>): Sent {
    const answerId = this.ids.get(step.unit)
    const key = randomUUID()
    if (step.kind === 'office') return { ...officeDeed(step.deed, answerId), revision: 0, key }
    const { formRevision } = this.model.answers[step.unit]
    // a form that says how often it was saved, so that no two of a life are alike
    const remark = { body: { form: anAnswer(round, { capacity: capacityOf(formRevision) }) } }
    const body = step.deed === 'saved' ? remark : { body: { reason: 'Thử nghiệm mô hình.' } }
    return {
      name: `answer.${step.deed}`,
      who: step.by === 'stranger' ? 'unit3.head' : `unit${step.unit}.${step.by}`,
      given: { params: { answerId }, ...body },
      revision: step.isOld ? formRevision - 1 : formRevision,
      key,
    }
  }

  private send({ name, who, given, revision, key }: Sent): Promise<unknown> {
    const { performerOf, perform, performQuietly } = this.hands
    const performer = performerOf(name)
    const { accountId } = round.federation.person(who)
    const input = { query: undefined, body: {}, ...given, revision } as never
    const command = { key, accountId, trace: 'T3S-78', input }
    return (performer.route.quiet ? performQuietly : perform)(this.db, performer, command)
  }

  private async sendAgain(): Promise<void> {
    const last = this.acked.findLast(({ sent }) => sent.name !== 'answer.saved')
    if (last) expect(await this.send(last.sent)).toEqual(last.reply)
    await this.mustAgree({ kind: 'again' })
  }

  private async befall(kind: 'due' | 'over' | 'close'): Promise<void> {
    this.model = after(this.model, { kind })
    const { federationId } = round.federation
    if (kind === 'close')
      await this.hands.asSystem(this.db, { federationId, process: 'test' }, (tx) =>
        this.hands.closeRound(tx, round.roundId, 'Thử nghiệm'),
      )
    else
      await round.sql(`update round set due_at = least(due_at, now() - interval '2 seconds')
        ${kind === 'over' ? `, grace_until = now() - interval '1 second'` : ''}`)
  }

  /** What the database holds is what the model holds, of both units. */
  private async mustAgree(step: Step): Promise<void> {
    const { rows } = await round.sql(
      `select a.id, a.state, a.version, a.is_late, coalesce(f.revision, 0) as form_revision,
         (select count(*)::int from answer_version v where v.answer_id = a.id) as versions
       from answer a left join answer_form f on f.answer_id = a.id`,
    )
    for (const unit of UNITS) {
      const { state, version, isLate, formRevision } = this.model.answers[unit]
      const row = rows.find(({ id }: { id: string }) => id === this.ids.get(unit))
      expect({ ...row, id: unit }, told(step, this.model)).toEqual({
        id: unit,
        state,
        version,
        is_late: isLate,
        form_revision: formRevision,
        versions: version,
      })
    }
  }

  /** Each deed that was acknowledged stands once in the register, and nothing else of this life does. */
  async mustBeRegistered(): Promise<void> {
    const keys = this.acked
      .filter(({ sent }) => sent.name !== 'answer.saved')
      .map(({ sent }) => sent.key)
    const { rows } = await round.sql(
      `select count(*)::int as entries, count(distinct key)::int as keys from register_entry
       where account_id is not null and key = any($1)`,
      [keys],
    )
    expect(rows[0]).toEqual({ entries: keys.length, keys: keys.length })
  }
}

const capacityOf = (classes: number) => ({ classes, seats: null, venue: '' })

function officeDeed(deed: 'excuse' | 'takeBack' | 'extend', answerId: string | undefined) {
  const reason = 'Thử nghiệm mô hình.'
  if (deed !== 'extend') {
    const name = deed === 'excuse' ? 'answer.excused' : 'excuse.takenBack'
    return { name, who: 'head', given: { params: { answerId }, body: { reason } } }
  }
  const dueOn = addWorkingDays(dayOfInstant(new Date()), 30, [])
  const body = { answerId, dueOn, reason }
  return {
    name: 'round.extended',
    who: 'head',
    given: { params: { roundId: round.roundId }, body },
  }
}

/** A refusal is an answer; anything else is a defect. */
function refusedAs(error: unknown, step: Step): null {
  if (error instanceof Error && error.name === 'Refusal') return null
  throw new Error(`not a refusal: ${JSON.stringify(step)}`, { cause: error })
}

const told = (step: Step, model: RoundModel) =>
  `${JSON.stringify(step)} in ${JSON.stringify(model)}`

async function livesAgree(name: string, breaks: readonly Break[], numRuns: number) {
  const hands = await handsOf(name, breaks)
  const db = hands.openDatabase(round.appUrl, { role: 'training_api', poolSize: 4 })
  const done = new Map<string, number>()
  try {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const life = new Life(hands, db)
        await life.begin()
        for (const step of taken) await life.take(step)
        await life.mustBeRegistered()
        for (const { sent } of life.acked) done.set(sent.name, (done.get(sent.name) ?? 0) + 1)
      }),
      { numRuns, endOnFailure: true },
    )
  } finally {
    await db.destroy()
  }
  return done
}

test('a round does what its model does, whatever is tried in whatever order, forty lives', async () => {
  const done = await livesAgree('sound', [], 40)
  // every deed came about in some life, or nothing was shown of it
  expect(Math.min(...done.values())).toBeGreaterThan(0)
  expect(done.size).toBe(10)
})

test.each([
  ['nobody looks at the clock', broken.clockIgnored],
  ['one key is enough', broken.oneKey],
  ['a revision is not looked at', broken.revisionIgnored],
  ['a key is not known again', broken.noKey],
])('control: where %s, they part', async (name, breaks) => {
  await expect(livesAgree(name.replaceAll(' ', '-'), breaks, 200)).rejects.toThrow()
})
