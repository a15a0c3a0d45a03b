import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { insertCertifying } from '../setup/arranged/certifying.ts'
import { untilTrue } from '../setup/year-walk.ts'
import { broken } from './broken.ts'
import { openStand, type Stand } from './stand.ts'

const people = 500
/** Where the worker is stopped: in the middle of its second page of a hundred. */
const stoppedAt = 150

let sound: Stand
let control: Stand

beforeAll(async () => {
  sound = await openStand({ name: 'certificates' })
  control = await openStand({ name: 'sequence', breaks: broken.numbersOutsideTransaction })
}, 120_000)
afterAll(async () => {
  await sound?.close()
  await control?.close()
})

/** A class of five hundred who have all earned their certificate. */
async function certifying({ walk, federation }: Stand): Promise<string> {
  const sql = walk.asOwner
  const [cycle] = await sql(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, 2031, 'classes', 'cycle/certificates', now()) returning id`,
    [federation.federationId, federation.top.id],
  )
  return insertCertifying({ sql, federation, cycleId: String(cycle?.id) }, people)
}

const numbersOf = async ({ walk }: Stand): Promise<number[]> =>
  (await walk.asOwner('select register_number as n from certificate order by 1')).map((row) =>
    Number(row.n),
  )

/** Nobody gets past one of the trainees while this holds: the worker stands in the middle of a page. */
async function holdTrainee({ ownerUrl }: Stand, classId: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query(
    `select id from nomination where id = (
       select id from nomination where class_id = $1 order by id offset $2 limit 1) for update`,
    [classId, stoppedAt],
  )
  return async () => {
    await client.query('rollback')
    await client.end()
  }
}

async function killedInTheMiddle(stand: Stand): Promise<void> {
  const classId = await certifying(stand)
  const release = await holdTrainee(stand, classId)
  const organiser = await stand.walk.person('organiser')
  const { status } = await organiser.call(
    certificateRoutes.issueCertificates,
    {
      params: { classId },
      body: {
        issuedOn: dayOfInstant(new Date()),
        signerId: stand.federation.person('leader').officialId,
      },
    },
    { key: randomUUID() },
  )
  expect(status).toBe(200)
  await untilTrue(async () => (await numbersOf(stand)).length === 100, 30_000)
  await pause(1_000)
  await stand.worker.kill()
  await release()
  stand.worker.start()
  // missed by its silence: without signs of life the page would wait until its minute is over
  await untilTrue(async () => (await numbersOf(stand)).length === people, 40_000)
}

describe('the worker is killed in the middle of five hundred certificates', () => {
  test('each has one, each number is used once, and none is missing', async () => {
    await Promise.all([killedInTheMiddle(sound), killedInTheMiddle(control)])
    expect(await numbersOf(sound)).toEqual(Array.from({ length: people }, (_, index) => index + 1))
    const [row] = await sound.walk.asOwner(
      `select count(distinct nomination_id)::int as holders, count(distinct verify_code)::int as codes,
         (select count(*)::int from register_entry where deed = 'certificate.issued') as entries,
         (select count(*)::int from job_item where state = 'DONE') as done
       from certificate`,
    )
    expect(row).toEqual({ holders: people, codes: people, entries: people, done: people })
  }, 180_000)

  test('control: numbers drawn outside of the transaction leave a gap', async () => {
    const numbers = await numbersOf(control)
    const [first = 0] = numbers
    expect(numbers).not.toEqual(Array.from({ length: people }, (_, index) => first + index))
  })
})
