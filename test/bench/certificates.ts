import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { asSystem } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { doJobPage } from '../../db/jobs.ts'
import { insertCertifying } from '../setup/arranged/certifying.ts'
import type { ClassGround } from '../setup/arranged/classes.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { interleaved, timed } from './row.ts'
import type { Subject } from './subject.ts'

const people = 500
const floorIs =
  'the same rows written by pg, one connection, a hundred trainees a transaction, as owner'

/** All certificates of a class, as its job does it, beside the rows alone. */
export const certificatesIssued: Subject = {
  rows: [{ name: 'certificates-issued', unit: '/s', goal: 0.4, goalIs: 'atLeast', floorIs }],
  async *measure(ground) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, 3)
    const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 2 })
    const db = openDatabase(urls.appUrl, { role: 'training_worker', poolSize: 2 })
    const sql: ClassGround['sql'] = async (statement, values = []) =>
      (await owner.query(statement, values)).rows
    const [cycle] = await sql(
      `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
       values ($1, $2, 2031, 'classes', 'cycle/bench', now()) returning id`,
      [federation.federationId, federation.top.id],
    )
    const place = { sql, federation, cycleId: String(cycle?.id) }
    const rate = async (work: (classId: string) => Promise<void>) => {
      const classId = await insertCertifying(place, people)
      return (people / (await timed(() => work(classId)))) * 1000
    }
    const issue = async (classId: string) => {
      const jobId = await layDown(place, classId)
      const page = () =>
        asSystem(db, { federationId: federation.federationId, process: `job/${jobId}` }, (tx) =>
          doJobPage(tx, jobId),
        )
      while ((await page()).left > 0);
    }
    try {
      const bare = (classId: string) => insertBare(owner, place, classId)
      await rate(bare)
      await rate(issue)
      yield [
        'certificates-issued',
        await interleaved({ floor: () => rate(bare), figure: () => rate(issue) }),
      ]
    } finally {
      await Promise.all([db.destroy(), owner.end()])
    }
  },
}

async function layDown({ sql, federation }: ClassGround, classId: string): Promise<string> {
  const input = {
    issuedOn: '2031-03-01',
    issuingBody: 'LĐLĐ',
    signerName: 'Đặng Hữu Nghĩa',
    signerPosition: 'Chủ tịch',
  }
  const [job] = await sql(
    `insert into job (federation_id, kind, object_id, input) values ($1, 'CERTIFICATES', $2, $3) returning id`,
    [federation.federationId, classId, JSON.stringify(input)],
  )
  await sql(
    `insert into job_item (job_id, item_id, federation_id)
     select $1, id, federation_id from nomination where class_id = $2`,
    [job?.id, classId],
  )
  return String(job?.id)
}

let number = 0

/** What is left of each certificate, knowing everything beforehand: paper, register, letter, item. */
async function insertBare(owner: pg.Pool, place: ClassGround, classId: string): Promise<void> {
  const jobId = await layDown(place, classId)
  const nominations = await place.sql(
    'select id, official_id, federation_id from nomination where class_id = $1',
    [classId],
  )
  const client = await owner.connect()
  try {
    for (let from = 0; from < nominations.length; from += 100) {
      await client.query('begin')
      for (const each of nominations.slice(from, from + 100)) {
        const id = randomUUID()
        await client.query(paper, [
          id,
          classId,
          each.id,
          each.official_id,
          each.federation_id,
          (number += 1),
        ])
        await client.query(entry, [each.federation_id, id, randomUUID()])
        await client.query(letter, [each.federation_id, each.official_id, id])
        await client.query(item, [jobId, each.id])
      }
      await client.query('commit')
    }
  } finally {
    client.release()
  }
}

const paper = `insert into certificate (id, class_id, nomination_id, official_id, federation_id, type, issuing_body,
    register_year, register_number, register_no, verify_code, full_name, birth_year, unit_name, programme, held_from,
    held_to, hours, grade, issued_on, signer_name, signer_position)
  values ($1::uuid, $2, $3, $4, $5, 'CERTIFICATE', 'BENCH', 2030, $6::int, $6::int || '/2030', $1::uuid::text, 'Học viên', 1990,
    'Công đoàn phường Số 1', 'Cán bộ công đoàn mới', '2031-02-01', '2031-02-02', 8, 'GOOD', '2031-03-01',
    'Đặng Hữu Nghĩa', 'Chủ tịch')`
const entry = `insert into register_entry (federation_id, actor_name, deed, object_type, object_id, facts, content_sha256,
    trace, key) values ($1, 'system', 'certificate.issued', 'certificate', $2, '{}', repeat('0', 64), '', $3)`
const letter = `insert into letter (federation_id, official_id, event_key, text_key, params, link)
  values ($1, $2, $3, 'classes.letters.certified', '{}', '/me/learning')`
const item = `update job_item set state = 'DONE', done_at = clock_timestamp() where job_id = $1 and item_id = $2`
