import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk()
})
afterEach(() => desk.close())

const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

describe('a request about a target', () => {
  const decide = (body: object, revision = 0) =>
    desk.does(
      'drafter',
      routes.decideRequest,
      {
        params: { requestId: desk.requestId },
        body: body as { outcome: 'ACCEPTED'; granted: number },
      },
      { revision },
    )

  test('what one unit is spared the others carry: the headline holds', async () => {
    const { request, target } = await decide({ outcome: 'ACCEPTED', granted: 80 })
    expect(request.decision).toMatchObject({ outcome: 'ACCEPTED', granted: 80 })
    expect(target).toMatchObject({ headline: 196, allocated: 196 })
    expect(target.shares.map(({ value, consulted }) => [value, consulted])).toEqual([
      [80, 100],
      [116, 96],
    ])
    const back = await decide(
      { outcome: 'NOT_ACCEPTED', granted: 100, explanation: 'Giữ nguyên.' },
      1,
    )
    expect(back.target.shares.map(({ value }) => value)).toEqual([100, 96])
  })

  /** Another unit has asked about the same target, and nobody has answered it yet. */
  async function alsoAsks(unit: number): Promise<void> {
    const { id, path } = desk.federation.units[unit - 1] ?? {}
    const [answer] = await desk.asOwner(
      `insert into answer (federation_id, round_id, unit_id, unit_path, number, state, version, comment_count)
       select federation_id, round_id, $1, $2::ltree, 'GY-2027-0099', 'COUNTED', 1, 0 from answer limit 1
       returning id`,
      [id, path],
    )
    const ofIt = (table: string, own: string) =>
      desk.asOwner(
        `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(
           'answer_id', $1::uuid, 'unit_id', $2::uuid ${own}))).* from ${table} t limit 1`,
        [answer?.id, id],
      )
    await ofIt('answer_version', '')
    await ofIt('target_request', `, 'id', gen_random_uuid(), 'number', 'GY-2027-0099.1'`)
  }

  test('who waits for an answer keeps its share, and who has asked for nothing carries', async () => {
    const third = desk.federation.units[2]?.id
    await desk.asOwner(`insert into allocation select (jsonb_populate_record(a, jsonb_build_object(
      'unit_id', '${third}'))).* from allocation a where value = 96`)
    await desk.asOwner(`update allocation set value = 48 where value = 96`)
    await alsoAsks(2)
    const { target } = await decide({ outcome: 'ACCEPTED', granted: 80 })
    expect(target.shares.map(({ value }) => value)).toEqual([80, 48, 68])
  })

  test('where everybody has asked, whoever still waits carries, and the decision stands', async () => {
    await alsoAsks(2)
    const { target } = await decide({ outcome: 'ACCEPTED', granted: 80 })
    expect(target.shares.map(({ value }) => value)).toEqual([80, 116])
  })

  test('the number must agree with the decision', async () => {
    expect(await refusalOf(decide({ outcome: 'ACCEPTED', granted: 90 }))).toMatchObject({
      faults: [{ code: 'revision.granted-contradicts-outcome', at: '/granted' }],
    })
    expect(await refusalOf(decide({ outcome: 'PARTLY', granted: 90 }))).toMatchObject({
      faults: [{ code: 'revision.explanation-missing' }],
    })
  })
})
