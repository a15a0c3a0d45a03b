import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import { untilAnswered } from '../setup/year-walk.ts'
import { judge } from '../soak/judge.ts'
import { soakUnits } from '../soak/units.ts'

const units = 40

let house: House
beforeAll(async () => {
  house = await openHouse({ unitCount: 0 })
})
afterAll(() => house.close())

const closeEarly = async (roundId: string) => {
  const leader = await signIn(house.address, 'leader')
  const key = randomUUID()
  const given = { params: { roundId }, body: { reason: 'Mọi đơn vị đã trả lời' } }
  const { status } = await untilAnswered(() => leader.call(feedbackRoutes.close, given, { key }))
  expect(status).toBe(200)
}

/** The small end of `npm run soak`: the same units, the same judge (settled 16, 23). */
test(
  'forty units sign within seconds: nothing is lost, nothing is there twice',
  { timeout: 120_000 },
  async () => {
    const { lived, verdict, round } = await soakUnits(house, { units, minutes: 0.05, closeEarly })

    expect(lived.refused).toEqual({})
    expect(lived.acknowledged).toHaveLength(units)
    expect(verdict).toEqual({ lost: [], doubled: [], counted: units, silent: 0 })

    const [one, other, third] = lived.acknowledged.map(({ view }) => view)
    await withClient(house.ownerUrl, async (client) => {
      await client.query(
        `update answer_version set form = jsonb_set(form, '{isConfirmed}', 'false')
      where answer_id = $1`,
        [one?.answerId],
      )
      await client.query('delete from comment where answer_id = $1 and position = 12', [
        other?.answerId,
      ])
      await client.query(
        `insert into register_entry (federation_id, actor_name, deed, object_type, object_id,
        facts, content_sha256, trace, key)
      select federation_id, actor_name, deed, object_type, object_id, facts, content_sha256, trace, key || '/again'
      from register_entry where object_id = $1 and deed = 'answer.signed'`,
        [third?.answerId],
      )
    })
    const broken = await judge({ ownerUrl: house.ownerUrl, ...round }, lived.acknowledged)
    expect(new Set(broken.lost)).toEqual(new Set([one?.number, other?.number, third?.number]))
    expect(broken.doubled).toEqual([third?.number])
  },
)
