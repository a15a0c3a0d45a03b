import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { inboxOf } from '../../db/cycle/inbox.ts'
import { closeCouncilByTimer } from '../../db/reward/close-council.ts'
import { endFiling } from '../../db/reward/council.ts'
import { awardsOf, candidatesOf, decisionPrint, rewardsOf } from '../../db/reward/rewards-view.ts'
import { roundView } from '../../db/reward/round-view.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

let desk: Desk
const planYear = new Date(Date.now() + 60 * 86_400_000).getFullYear()
const year = { planYear }
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const unitId = (index = 0) => desk.federation.units[index]?.id ?? ''
const asProcess = <T>(work: Parameters<typeof asSystem<T>>[2]) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)

beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(planYear, 'reward')
})
afterEach(() => desk.close())

const open = (kind: 'COMPREHENSIVE' | 'THEMATIC' = 'THEMATIC') =>
  desk
    .does('secretary', routes.openRound, { params: year, body: { kind, title: 'Tập huấn tốt' } })
    .then(({ commendationId }) => ({ commendationId }))
type Of = { commendationId: string }
const propose = (params: Of, index = 0, more = {}) =>
  desk.does('head', routes.propose, {
    params,
    body: { unitId: unitId(index), form: 'CERTIFICATE', citation: 'Mở lớp sớm', ...more },
  })
async function checked(params: Of, index = 0): Promise<string> {
  const { fileId } = await propose(params, index)
  await desk.does(`unit${index + 1}.head`, routes.report, {
    params: { fileId },
    body: { text: 'Đã mở hai lớp.' },
  })
  await desk.does('secretary', routes.checkFile, {
    params: { fileId },
    body: { outcome: 'PASSED' },
  })
  return fileId
}
const see = (who: string, { commendationId }: Of) =>
  desk.reads(who, (entered) => roundView(entered, commendationId))
async function vote(who: string, params: Of, fileIds: string[], given: 'AGREE' | 'DISAGREE') {
  const { contentSha256 } = await see(who, params)
  const votes = fileIds.map((fileId) => ({ fileId, vote: given, remark: 'Lý do' }))
  return desk.does(who, routes.castBallots, {
    params,
    body: { votes, contentSha256: contentSha256 ?? '' },
  })
}

describe('a round of commendation', () => {
  test('goes from the proposal to the numbered decision and the award everybody sees', async () => {
    const params = await open()
    const fileId = await checked(params)
    await desk.does('secretary', routes.openCouncil, { params, body: {} })
    for (const who of ['leader', 'secretary', 'council1'])
      await vote(who, params, [fileId], 'AGREE')
    const body = { reason: 'Đã đủ phiếu' }
    expect(await desk.does('leader', routes.closeCouncil, { params, body })).toMatchObject({
      state: 'VOTED',
    })
    const { contentSha256 } = await see('leader', params)
    await desk.does('leader', routes.signDecision, {
      params,
      body: { contentSha256: contentSha256 ?? '' },
    })
    const { number } = await desk.does('clerk', routes.numberDecision, { params, body: {} })
    expect(number).toBe('01/QĐ-LĐLĐ')
    const seen = await desk.reads('unit3.drafter', (entered) => awardsOf(entered, {}))
    expect(seen).toMatchObject([{ awardNumber: 1, decision: number, handedOverOn: null }])
    const print = await desk.reads('unit3.head', (entered) =>
      decisionPrint(entered, params.commendationId),
    )
    expect(print).toMatchObject({ number, rows: [{ number: 1, citation: 'Mở lớp sớm' }] })
    await desk.does('secretary', routes.handOver, {
      params: { fileId },
      body: { handedOverOn: '2026-01-15', handedOverTo: 'Đ/c Thuỷ' },
    })
    expect((await see('head', params)).files[0]?.state).toBe('AWARDED')
  })

  test('hides the votes of others until one has voted', async () => {
    const params = await open()
    const fileId = await checked(params)
    await desk.does('secretary', routes.openCouncil, { params, body: {} })
    await vote('council1', params, [fileId], 'DISAGREE')
    const count = async (who: string) => (await see(who, params)).files[0]?.count
    expect(await count('council2')).toMatchObject({ voted: 1, agree: null })
    expect(await count('council1')).toMatchObject({ voted: 1, disagree: 1 })
    expect((await see('unit1.head', params)).files[0]?.count).toBeNull()
    await vote('council1', params, [fileId], 'AGREE')
    expect(await count('council1')).toMatchObject({ voted: 1, disagree: 0, agree: 1 })
    expect(await desk.asOwner('select count(*)::int as n from award_ballot')).toEqual([{ n: 2 }])
  })

  test('lets nobody vote on their own award, and asks for fewer votes there', async () => {
    const params = await open()
    const [own, other] = [await checked(params), await checked(params, 1)]
    const { officialId } = desk.federation.person('council1')
    await desk.asOwner(`update official set unit_id = $2, unit_path = $3::ltree where id = $1`, [
      officialId,
      unitId(),
      desk.federation.units[0]?.path,
    ])
    await desk.does('secretary', routes.openCouncil, { params, body: {} })
    expect(await refusalOf(vote('council1', params, [own], 'AGREE'))).toMatchObject({
      code: 'reward.own-award',
      kind: 'not-allowed',
    })
    await vote('council1', params, [other], 'AGREE')
    const { tasks } = await desk.reads('council1', inboxOf)
    expect(tasks.filter(({ kind }) => kind === 'reward.vote')).toEqual([])
    const [first, second] = (await see('secretary', params)).files
    expect(first?.count).toMatchObject({ eligible: 3, needed: 2, voted: 0 })
    expect(second?.count).toMatchObject({ eligible: 4, needed: 3, voted: 1 })
  })

  test('ends by its timers: filing, then voting, once longer, then with the chair', async () => {
    const params = await open()
    const fileId = await checked(params)
    const { commendationId } = params
    await asProcess((tx) => endFiling(tx, commendationId))
    expect((await see('head', params)).state).toBe('FILING')
    await desk.asOwner(`update commendation set files_due_at = now() - interval '1 minute'`)
    expect(await refusalOf(propose(params, 1))).toMatchObject({ code: 'reward.files-over' })
    await asProcess((tx) => endFiling(tx, commendationId))
    expect((await see('head', params)).state).toBe('CHECKING')
    await desk.does('secretary', routes.openCouncil, { params, body: {} })
    await vote('council1', params, [fileId], 'AGREE')
    const past = `update commendation set council_due_at = now() - interval '1 minute'`
    await desk.asOwner(past)
    expect(await refusalOf(vote('council2', params, [fileId], 'AGREE'))).toMatchObject({
      code: 'reward.voting-closed',
    })
    const close = () => asProcess((tx) => closeCouncilByTimer(tx, commendationId))
    expect(await close()).toEqual({ state: 'VOTING' })
    expect(await close()).toEqual({ state: 'VOTING' })
    await desk.asOwner(past)
    expect(await close()).toEqual({ state: 'WITH_CHAIR' })
  })

  test('for the whole year’s merit asks for the registration, which is late after its day', async () => {
    const params = await open('COMPREHENSIVE')
    expect(await refusalOf(propose(params))).toMatchObject({
      faults: [{ code: 'reward.not-registered' }],
    })
    const body = { unitId: unitId(), form: 'FLAG' as const, pledge: 'Mở 2 lớp' }
    const register = (who = 'unit1.head') => desk.does(who, routes.register, { params: year, body })
    await desk.asOwner(
      `update cycle_moment set day = current_date - 1 where moment = 'registrationDue'`,
    )
    expect(await refusalOf(register())).toMatchObject({ code: 'reward.registration-over' })
    await desk.asOwner(
      `update cycle_moment set day = current_date + 1 where moment = 'registrationDue'`,
    )
    await register()
    expect(await refusalOf(register('unit2.head'))).toMatchObject({ code: 'grammar.not-found' })
    await propose(params)
    const theme = await open()
    expect(await refusalOf(propose(theme))).toMatchObject({
      faults: [{ code: 'reward.other-kind-already' }],
    })
  })

  test('costs the same number of statements whatever the number of units and files', async () => {
    const params = await open()
    await checked(params)
    const cost = async () => [
      await desk.statementsOf('head', (entered) => candidatesOf(entered, params.commendationId)),
      await desk.statementsOf('head', (entered) => roundView(entered, params.commendationId)),
      await desk.statementsOf('head', (entered) => rewardsOf(entered, planYear)),
    ]
    const before = await cost()
    await checked(params, 1)
    await checked(params, 2)
    expect(await cost()).toEqual(before)
    expect(before).toEqual([5, 5, 5])
  })
})
