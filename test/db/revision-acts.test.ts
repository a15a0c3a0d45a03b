import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { doJobPage } from '../../db/jobs.ts'
import type { DispositionView } from '../../domain/revision/views.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk({ comments: 4 })
})
afterEach(() => desk.close())

const comment = (n: number) => desk.comments[n] ?? ''
const dispositions = async () =>
  new Map((await desk.consolidation()).comments.map(({ id, disposition }) => [id, disposition]))
const kindOf = async (n: number) => (await dispositions()).get(comment(n))?.disposition ?? null
const dispose = async (n: number, disposition: DispositionView['disposition'], who = 'drafter') =>
  desk.does(
    who,
    routes.disposeComment,
    {
      params: { commentId: comment(n) },
      body: { disposition, explanation: 'Vì sao', changedPlaces: [] },
    },
    { revision: (await dispositions()).get(comment(n))?.revision ?? 0 },
  )
const group = (head: number, ...others: number[]) =>
  desk.does('drafter', routes.groupComments, {
    params: { commentId: comment(head) },
    body: { commentIds: others.map(comment) },
  })
const undo = async (who = 'drafter', actId?: string) => {
  const act = actId ?? (await desk.consolidation()).lastAct?.actId ?? ''
  return desk.does(who, routes.undoAct, { params: { planId: desk.planId }, body: { actId: act } })
}
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

describe('one act back', () => {
  test('a disposition goes back to what stood before, and again to nothing', async () => {
    await dispose(0, 'ACCEPTED')
    await dispose(0, 'NOT_ACCEPTED')
    expect((await undo()).rowIds).toEqual([comment(0)])
    expect((await dispositions()).get(comment(0))).toMatchObject({
      disposition: 'ACCEPTED',
      revision: 3,
    })
    await undo()
    expect(await kindOf(0)).toBeNull()
    expect((await desk.consolidation()).lastAct).toBeNull()
    const entries = await desk.asOwner(
      `select facts ->> 'act' as act from register_entry where deed = 'revisionAct.undone' order by id`,
    )
    expect(entries).toEqual([{ act: 'DISPOSED' }, { act: 'DISPOSED' }])
  })

  test('what was merged in one act comes apart in one', async () => {
    await dispose(1, 'NOTED')
    await group(0, 1, 2)
    expect([await kindOf(1), await kindOf(2)]).toEqual(['MERGED', 'MERGED'])
    await undo()
    expect([await kindOf(1), await kindOf(2)]).toEqual(['NOTED', null])
  })

  test('a question to a department is asked again, with its day', async () => {
    const body = {
      disposition: 'FORWARDED' as const,
      forwardedTo: desk.federation.departmentId,
      dueOn: '2027-01-05',
    }
    await desk.does('drafter', routes.disposeComment, { params: { commentId: comment(0) }, body })
    await dispose(0, 'ACCEPTED')
    const waiting = () =>
      desk.asOwner(
        `select due_at from task where kind = 'revision.answerForwarded' and done_at is null`,
      )
    expect(await waiting()).toEqual([])
    await undo()
    expect(await waiting()).toEqual([{ due_at: new Date('2027-01-05T10:00:00.000Z') }])
  })

  test('only by who did it, only the last, and only once', async () => {
    await dispose(0, 'ACCEPTED')
    const first = (await desk.consolidation()).lastAct?.actId ?? ''
    expect(await refusalOf(undo('head', first))).toMatchObject({ code: 'revision.act-of-another' })
    await dispose(1, 'ACCEPTED')
    expect(await refusalOf(undo('drafter', first))).toMatchObject({
      code: 'revision.not-the-last-act',
    })
    await undo()
    await undo()
    expect(await refusalOf(undo('drafter', first))).toMatchObject({ code: 'revision.act-undone' })
  })

  test('not where somebody has gone on, who is not overwritten', async () => {
    await dispose(0, 'ACCEPTED')
    await dispose(0, 'PARTLY', 'head')
    expect(await refusalOf(undo())).toMatchObject({
      code: 'revision.gone-on-since',
      params: { names: 'GY-2027-0001' },
    })
    expect(await kindOf(0)).toBe('PARTLY')
  })

  test('also where the act was laid down when days were counted elsewhere', async () => {
    await dispose(0, 'ACCEPTED')
    const inUtc = await desk.asOwner(
      `update revision_act_row set after = after || jsonb_build_object('decided_at',
         to_char((after ->> 'decided_at')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'))
       returning after ->> 'decided_at' as at`,
    )
    expect(inUtc).toEqual([{ at: expect.stringContaining('+00:00') }])
    expect((await undo()).rowIds).toEqual([comment(0)])
  })

  test('nor where it would leave a chain of answers', async () => {
    await group(0, 1)
    await desk.does('drafter', routes.splitGroup, {
      params: { commentId: comment(0) },
      body: { commentIds: [comment(1)] },
    })
    await desk.does('head', routes.groupComments, {
      params: { commentId: comment(2) },
      body: { commentIds: [comment(0)] },
    })
    expect(await refusalOf(undo())).toMatchObject({ code: 'revision.not-undone' })
    expect(await kindOf(1)).toBeNull()
  })
})

describe('a group', () => {
  test('is split: those named are open again, the others stay', async () => {
    await group(0, 1, 2)
    await dispose(0, 'ACCEPTED')
    const split = { params: { commentId: comment(0) }, body: { commentIds: [comment(1)] } }
    await desk.does('drafter', routes.splitGroup, split)
    expect([await kindOf(0), await kindOf(1), await kindOf(2)]).toEqual([
      'ACCEPTED',
      null,
      'MERGED',
    ])
    expect(await refusalOf(desk.does('drafter', routes.splitGroup, split))).toMatchObject({
      code: 'revision.not-in-group',
    })
    await undo()
    expect(await kindOf(1)).toBe('MERGED')
  })
})

describe('many at once', () => {
  const ask = async (ns: number[], more: object = {}) =>
    desk.does('drafter', routes.disposeMany, {
      params: { planId: desk.planId },
      body: {
        disposition: 'NOTED',
        explanation: 'Ghi nhận, xem xét khi tổ chức.',
        comments: ns.map((n) => ({ id: comment(n), revision: 0 })),
        ...more,
      },
    })
  const work = (jobId: string) =>
    asSystem(desk.db, { federationId: desk.federation.federationId, process: 'job' }, (tx) =>
      doJobPage(tx, jobId),
    )

  test('each has its result, and what somebody decided meanwhile is left as it is', async () => {
    const { jobId, count } = await ask([0, 1, 2])
    expect(count).toBe(3)
    expect(await refusalOf(ask([3]))).toMatchObject({ code: 'revision.job-running' })
    await dispose(1, 'ACCEPTED', 'head')
    await work(jobId)
    await work(jobId)
    expect([await kindOf(0), await kindOf(1), await kindOf(2)]).toEqual([
      'NOTED',
      'ACCEPTED',
      'NOTED',
    ])
    const { job } = await desk.consolidation()
    expect(job).toMatchObject({ state: 'DONE', disposition: 'NOTED', total: 3, done: 2 })
    expect(job?.failures).toMatchObject([
      { commentId: comment(1), error: 'revision.decided-meanwhile' },
    ])
    const [{ n } = { n: 0 }] = await desk.asOwner(
      `select count(*)::int as n from register_entry where key like 'job/%'`,
    )
    expect(n).toBe(2)
  })

  test('is one act: taken back in one, when it is over', async () => {
    const { jobId } = await ask([0, 2])
    expect(await refusalOf(undo())).toMatchObject({ code: 'revision.job-running' })
    await work(jobId)
    expect((await desk.consolidation()).lastAct).toMatchObject({ kind: 'BULK', rows: 2 })
    await undo()
    expect([await kindOf(0), await kindOf(2)]).toEqual([null, null])
  })

  test('needs what the single act needs', async () => {
    expect(await refusalOf(ask([0], { explanation: null }))).toMatchObject({
      code: 'revision.disposition-not-in-order',
      faults: [{ code: 'revision.explanation-missing' }],
    })
    const other = { comments: [{ id: desk.requestId, revision: 0 }] }
    expect(await refusalOf(ask([], other))).toMatchObject({
      code: 'revision.comment-of-another-plan',
    })
  })

  test('figures that a unit asks for are looked at one by one', async () => {
    await desk.asOwner(
      `update comment set place_kind = 'LINE', place_code = 'L01',
         line_wish = '{"wish": "CHANGE", "topic": null, "audience": null, "seats": 80, "month": null}' where id = $1`,
      [comment(0)],
    )
    const { jobId } = await ask([0], { disposition: 'ACCEPTED' })
    await work(jobId)
    expect((await desk.consolidation()).job?.failures).toMatchObject([
      { error: 'revision.figures-one-by-one' },
    ])
  })
})
