import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'
import { type Break, broken } from './broken.ts'
import { handsOf } from './build.ts'
import { patienceMs } from '../setup/patient-database.ts'

type Hands = Awaited<ReturnType<typeof handsOf>>
type Db = ReturnType<Hands['openDatabase']>
type Given = { params?: Record<string, unknown>; body: unknown }
type Outcome = { reply?: Record<string, unknown>; code?: string; faults?: unknown[] }

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

const opened: Db[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()))
})

/** Deeds with the given hands, sound or broken: what was answered, or why it was refused. */
async function doing(breaks?: readonly Break[]) {
  const hands = await handsOf(breaks)
  const db = hands.openDatabase(desk.appUrl, { patienceMs, role: 'training_api', poolSize: 2 })
  opened.push(db)
  return (who: string, deed: string, { params = {}, body }: Given): Promise<Outcome> => {
    // parsed already, as the door would have handed it on
    const input = { params, query: undefined, body, revision: 0 } as never
    const { accountId } = desk.federation.person(who)
    const command = { key: randomUUID(), accountId, trace: 'T3S-77', input }
    return hands.perform(db, hands.performerOf(deed), command).then(
      (reply) => ({ reply: Object(reply) }),
      ({ code, faults }: Outcome) => ({ code: code ?? '', faults: faults ?? [] }),
    )
  }
}

const today = dayOfInstant(new Date())
const unit = (index: number) => desk.federation.units[index]

describe('an inspector who held a post in the inspected unit in the inspected period', () => {
  const plan = (index: number): Given => ({
    body: {
      planYear: desk.planYear,
      unitId: unit(index)?.id,
      kind: 'TRAINING',
      subject: 'Công tác đào tạo',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      decisionNumber: '05/QĐ-UBKT',
      decisionOn: '2025-01-05',
      visitFrom: today,
      visitTo: today,
      team: [{ officialId: desk.federation.person('inspector1').officialId, role: 'LEAD' }],
    },
  })
  const holdsPost = (index: number) =>
    desk.sql(
      `insert into post (federation_id, official_id, unit_id, position, since, until, is_main)
       values ($1, $2, $3, 'SPECIALIST', '2023-01-01', '2024-03-31', false)`,
      [
        desk.federation.federationId,
        desk.federation.person('inspector1').officialId,
        unit(index)?.id,
      ],
    )

  test('is not seated, and is named with the post', async () => {
    const does = await doing()
    await holdsPost(0)
    const refused = await does('inspectionHead', 'inspection.planned', plan(0))
    expect(refused).toMatchObject({
      code: 'inspection.team-not-in-order',
      faults: [
        {
          code: 'inspection.conflict-of-interest-then',
          params: { name: 'Phan Văn Quế', until: '31/3/2024' },
        },
      ],
    })
  })

  test('whose post comes to light after the planning is found before the notice', async () => {
    const does = await doing()
    const { reply } = await does('inspectionHead', 'inspection.planned', plan(1))
    await holdsPost(1)
    const params = { inspectionId: reply?.inspectionId }
    const body = { selfReportDueOn: today }
    expect(await does('inspectionHead', 'inspection.announced', { params, body })).toMatchObject({
      code: 'inspection.team-not-in-order',
    })
  })

  test('control: where nobody looks at posts, the unit is inspected by its own', async () => {
    const does = await doing(broken.postsIgnored)
    const { reply } = await does('inspectionHead', 'inspection.planned', plan(0))
    expect(reply).toMatchObject({ state: 'PLANNED' })
  })
})

describe('a member of the council and the award of the member’s own unit', () => {
  /** A round before the council with one file: of the unit in which council1 is posted. */
  async function ownAward() {
    const { officialId } = desk.federation.person('council1')
    await desk.sql('update official set unit_id = $2, unit_path = $3::ltree where id = $1', [
      officialId,
      unit(2)?.id,
      unit(2)?.path,
    ])
    const does = await doing()
    const { reply: round } = await does('secretary', 'commendation.opened', {
      params: { planYear: desk.planYear },
      body: { kind: 'THEMATIC', title: 'Tập huấn tốt', ...inTwoWeeks() },
    })
    const params = { commendationId: round?.commendationId }
    const { reply: file } = await does('head', 'award.proposed', {
      params,
      body: {
        unitId: unit(2)?.id,
        officialId: null,
        form: 'CERTIFICATE',
        citation: 'Mở lớp sớm',
        inspectionId: null,
      },
    })
    const ofFile = { fileId: file?.fileId }
    await does('unit3.head', 'award.reported', { params: ofFile, body: { text: 'Đã mở lớp.' } })
    const passed = { outcome: 'PASSED', remark: null }
    await does('secretary', 'award.checked', { params: ofFile, body: passed })
    await does('secretary', 'council.opened', { params, body: {} })
    const [row] = await desk.sql('select content_sha256 from commendation where id = $1', [
      round?.commendationId,
    ])
    return {
      params,
      body: {
        votes: [{ ...ofFile, vote: 'AGREE', remark: null }],
        contentSha256: row?.content_sha256,
      },
    }
  }
  const inTwoWeeks = () => ({
    filesDueOn: dayOfInstant(new Date(Date.now() + 7 * 86_400_000)),
    councilDueOn: dayOfInstant(new Date(Date.now() + 14 * 86_400_000)),
  })

  test('do not meet: the vote is refused with the reason, and others vote', async () => {
    const ballot = await ownAward()
    const does = await doing()
    expect(await does('council1', 'award-ballot.cast', ballot)).toMatchObject({
      code: 'reward.own-award',
    })
    expect((await does('council2', 'award-ballot.cast', ballot)).reply).toMatchObject({ votes: 1 })
  })

  test('control: where nobody asks whose award it is, the vote counts', async () => {
    const ballot = await ownAward()
    const does = await doing(broken.ownAwardVoted)
    expect((await does('council1', 'award-ballot.cast', ballot)).reply).toMatchObject({ votes: 1 })
  })
})
