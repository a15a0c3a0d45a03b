import { expect } from 'vitest'
import { mayBecome } from '../../domain/feedback/answer.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Db, Hands } from './doing.ts'
import type { Ground } from './round-ground.ts'
import { heldOf, hashOfFirst, type Row } from './round-held.ts'
import { after, chosen, isDone, isThere } from './round-model.ts'
import { freshModel, type RoundModel, UNITS } from './round-state.ts'
import { isOnOpening, type Step, type TriedStep } from './round-steps.ts'
import { holidaysDeclared, type Ids, type Sent, sentBy } from './round-tried.ts'

type Acked = { sent: Sent; reply: unknown }

/** One life of a round, lived by the database and by the model side by side. */
export class Life {
  model: RoundModel = freshModel()
  readonly acked: Acked[] = []
  private readonly ids: Ids = { answers: {}, first: {}, roundId: '', opinions: [] }
  private readonly hands: Hands
  private readonly db: Db
  private readonly ground: Ground
  private entriesBefore = 0
  private firstAsClosed: string | null = null

  constructor(hands: Hands, db: Db, ground: Ground) {
    this.hands = hands
    this.db = db
    this.ground = ground
  }

  async begin(): Promise<void> {
    await this.ground.restore()
    await this.readIds(this.ground.roundId)
    this.ids.first = this.ids.answers
    this.entriesBefore = await this.entries()
  }

  async take(step: Step): Promise<void> {
    // what has not begun does not end
    if (this.model.isPlanned && (isTimes(step) || step.kind === 'close')) return
    if (step.kind === 'likely') {
      const likely = chosen(this.model, step)
      return likely && this.take(likely)
    }
    if (step.kind === 'again') await this.sendAgain()
    else if (step.kind === 'open') await this.comeToOpening()
    else if (isTimes(step)) await this.letTimePass(step.kind)
    else if (step.kind === 'close') await this.closeRound()
    else if (isThere(this.model, step)) await this.tryDeed(step)
    else return
    await this.mustAgree(step)
  }

  private async tryDeed(step: TriedStep): Promise<void> {
    const sent = await sentBy(this.ground, this.ids, { model: this.model, step })
    const deadlines = step.kind === 'holiday' ? await this.deadlines() : null
    const reply = await this.send(sent).catch((error: unknown) => refusedAs(error, step))
    expect(reply !== null, told(step, this.model)).toBe(isDone(this.model, step))
    if (reply === null) return
    this.acked.push({ sent, reply })
    this.model = after(this.model, step)
    if (deadlines) expect(await this.deadlines(), told(step, this.model)).toEqual(deadlines)
    if (isOnOpening(step)) await this.openAgain(reply)
    if (step.kind === 'spoken' && step.deed === 'recorded') this.ids.opinions.push(sent.key)
  }

  private async send({ name, who, given, revision, key }: Sent): Promise<unknown> {
    const { performerOf, perform, performQuietly, askProcess, performAsked } = this.hands
    const performer = performerOf(name)
    const { accountId } = this.ground.desk.federation.person(who)
    const input = { query: undefined, body: {}, ...given, revision } as never
    const command = { key, accountId, trace: 'T3S-78', input }
    if (performer.route.quiet) return performQuietly(this.db, performer, command)
    if (!performer.route.moves) return perform(this.db, performer, command)
    await askProcess(this.db, performer, command)
    await performAsked(this.db, performerOf, key)
    return perform(this.db, performer, command)
  }

  private async sendAgain(): Promise<void> {
    const last = this.acked.findLast(({ sent }) => !sent.name.endsWith('.saved'))
    if (last) expect(await this.send(last.sent)).toEqual(last.reply)
  }

  private async comeToOpening(): Promise<void> {
    if (!this.model.isPlanned) return
    const { roundId } = this.ids
    await this.ground.sql(
      `update round set opens_at = now() - interval '1 second' where id = $1 and state = 'PLANNED'`,
      [roundId],
    )
    this.model = after(this.model, { kind: 'open' })
    await this.openAgain({ roundId })
  }

  /** The process of the round looks, and gives the units their obligations where it is time. */
  private async openAgain(reply: unknown): Promise<void> {
    const { roundId } = reply as { roundId: string } // as its contract says
    await this.hands.asSystem(this.db, this.ground.system, (tx) =>
      this.hands.openObligations(tx, roundId),
    )
    await this.readIds(roundId)
  }

  /** How many working days everybody still has, however many holidays have come between. */
  private async deadlines(): Promise<number[]> {
    const { sql, workingDaysUntil } = this.ground
    const rows = await sql(
      `select due_at as at from round where state <> 'CLOSED' union all
       select grace_until from round where state <> 'CLOSED' union all
       select max(e.due_at) from extension e join round r on r.id = e.round_id and r.state = 'OPEN'
         join answer a on a.round_id = r.id and a.unit_id = e.unit_id
           and a.state not in ('SUBMITTED', 'EXCUSED') group by e.unit_id order by 1`,
    )
    const declared = holidaysDeclared(this.ground, this.model)
    return rows.map(({ at }) => workingDaysUntil(dayOfInstant(at), declared))
  }

  private async letTimePass(kind: 'due' | 'over'): Promise<void> {
    this.model = after(this.model, { kind })
    const { sql, graceAfter, yesterday } = this.ground
    const graceUntil = graceAfter(yesterday, holidaysDeclared(this.ground, this.model))
    // always at five, and the days of grace behind it, as the product sets them
    if (kind === 'due')
      await sql(
        `update round set due_at = ${atFive('$1')}, grace_until = ${atFive('$2')}
         where state = 'OPEN' and due_at > now()`,
        [yesterday, graceUntil],
      )
    else
      await sql(
        `update round set due_at = ${atFive('$1::date - 14')}, grace_until = now() - interval '1 second'
         where state = 'OPEN'`,
        [yesterday],
      )
    await sql(
      `update cycle_moment m set at = r.due_at, day = r.due_at::date
       from round r where r.state = 'OPEN' and m.moment = 'consultationDue'`,
    )
  }

  private async closeRound(): Promise<void> {
    const wasOpen = !this.model.isClosed
    this.model = after(this.model, { kind: 'close' })
    const counts = await this.hands.asSystem(this.db, this.ground.system, (tx) =>
      this.hands.closeRound(tx, this.ids.roundId, 'Thử nghiệm'),
    )
    const { answers, opinions, number } = this.model
    const have = (state: string) =>
      UNITS.filter((unit) => answers[unit]?.state === state).map((unit) => ({
        hasSpoken:
          number === 1 && opinions.some((one) => one.of === unit && one.state === 'CONFIRMED'),
      }))
    const unwritten = have('NO_ANSWER')
    // the third unit was asked as well, and nobody of it says anything
    expect(counts).toEqual({
      isClosed: true,
      answered: have('COUNTED').length,
      spoke: unwritten.filter(({ hasSpoken }) => hasSpoken).length,
      silent: unwritten.filter(({ hasSpoken }) => !hasSpoken).length + 1,
    })
    if (wasOpen && this.model.number === 1) this.firstAsClosed = await hashOfFirst(this.ground)
  }

  /** What the database holds is what the model holds, of every answer and all that hangs on it. */
  private async mustAgree(step: Step): Promise<void> {
    const { held, modelled, moved } = await heldOf(this.ground, this.ids, this.model)
    expect(held, told(step, this.model)).toEqual(modelled)
    for (const { was, is } of this.movesOf(moved)) expect(mayBecome(was, is)).toBe(true)
  }

  private movesOf(rows: readonly Row[]) {
    const before = this.standing
    this.standing = new Map(rows.map(({ id, state }) => [id, state]))
    return rows.flatMap(({ id, state: is }) => {
      const was = before.get(id)
      return was && was !== is ? [{ was, is }] : []
    })
  }
  private standing = new Map<string, Row['state']>()

  /** At the end of a life: the register, the first round, the inboxes and the letters. */
  async mustBeWhole(): Promise<void> {
    const keys = this.acked
      .filter(({ sent }) => !sent.name.endsWith('.saved'))
      .map(({ sent }) => sent.key)
    const [registered] = await this.ground.sql(
      `select count(*)::int as entries, count(distinct key)::int as keys from register_entry
       where account_id is not null and key = any($1)`,
      [keys],
    )
    expect(registered).toEqual({ entries: keys.length, keys: keys.length })
    expect((await this.entries()) - this.entriesBefore).toBe(keys.length)
    expect(await this.ground.sql(leftOver)).toEqual([{ stray: 0, unasked: 0, misled: 0, early: 0 }])
    if (this.firstAsClosed) expect(await hashOfFirst(this.ground)).toBe(this.firstAsClosed)
  }

  /** One for each deed; a merger enters beside its own what it hands over. */
  private async entries(): Promise<number> {
    const [row] = await this.ground.sql(
      `select count(*)::int as count from register_entry
       where account_id is not null and deed <> 'opinion.handedOver'`,
    )
    return row.count
  }

  private async readIds(roundId: string): Promise<void> {
    const { units } = this.ground.desk.federation
    const rows = await this.ground.sql('select id, unit_id from answer where round_id = $1', [
      roundId,
    ])
    this.ids.roundId = roundId
    this.ids.answers = Object.fromEntries(
      rows.map(({ id, unit_id }) => [units.findIndex((unit) => unit.id === unit_id) + 1, id]),
    )
  }
}

const atFive = (on: string) => `((${on})::date + time '17:00') at time zone 'Asia/Ho_Chi_Minh'`

/**
 * Lines in the inbox of somebody who cannot do it any more (but what a merged unit said waits for its
 * successor); signatures that nobody is asked for; letters to people of another unit than the one they
 * are about.
 */
const leftOver = `
  select
    (select count(*)::int from task t join answer a on a.id = t.object_id join round r on r.id = a.round_id
      where t.done_at is null and t.role in ('unitHead', 'unitDrafter')
        and (r.state = 'CLOSED' or t.unit_id <> all (select a.unit_id union
          select o.unit_id from conference_opinion o
          where o.answer_id = a.id and o.state = 'RECORDED' and t.kind = 'feedback.confirmOpinion'))) as stray,
    (select count(*)::int from answer a where a.state = 'WITH_PRESIDENT' and not exists (
      select from task t where t.object_id = a.id and t.kind = 'feedback.sign' and t.done_at is null)) as unasked,
    (select count(*)::int from letter l join official o on o.id = l.official_id
      where o.unit_id <> l.unit_id) as misled,
    (select count(*)::int from round r join letter l on l.event_key like 'round/' || r.id || '/%'
      where r.state = 'PLANNED') as early`

const isTimes = (step: Step): step is { kind: 'due' | 'over' } =>
  step.kind === 'due' || step.kind === 'over'

/** A refusal is an answer; anything else is a defect. */
function refusedAs(error: unknown, step: Step): null {
  if (error instanceof Error && error.name === 'Refusal') return null
  throw new Error(`not a refusal: ${JSON.stringify(step)}`, { cause: error })
}

const told = (step: Step, model: RoundModel) =>
  `${JSON.stringify(step)} in ${JSON.stringify(model)}`
