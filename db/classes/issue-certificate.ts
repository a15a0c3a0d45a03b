import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { percentOf } from '../../domain/classes/attendance.ts'
import { obstaclesToCertifying, writeRegisterNo } from '../../domain/classes/certificate.ts'
import { gradeOf } from '../../domain/classes/marks.ts'
import { newVerifyCode } from '../../domain/classes/verify-code.ts'
import { day, yearOf } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { telling } from '../outbox.ts'
import { enteringSystemDeed } from '../register.ts'
import { takeRegisterNumber } from './issuing-body.ts'

/** What the job was given beside its items. */
export const issueInput = z.object({
  issuedOn: z.iso.date(),
  issuingBody: z.string(),
  signerName: z.string(),
  signerPosition: z.string(),
})

type Facts = {
  classId: string
  federationId: string
  cycleId: string
  organiserUnitId: string
  title: string
  type: string
  rule: { minAttendancePercent: number; testRequired: boolean; passMark: number; maxMark: number }
  officialId: string
  fullName: string
  birthYear: number | null
  unitName: string
  heldFrom: string
  heldTo: string
  hours: number
  sessions: number
  attended: number
  taken: number
  isMarked: boolean
  mark: number | null
  hasOne: boolean
  input: unknown
  askedBy: string | null
}

/** One trainee of a job: the rule is read anew, the number is taken, the paper is written. */
export async function issueCertificate(tx: Tx, jobId: string, nominationId: string): Promise<void> {
  const facts = await factsOf(tx, jobId, nominationId)
  // Done by an earlier run of the same job: the second time changes nothing.
  if (facts.hasOne) return
  mustHaveEarnedIt(facts)
  const { federationId, classId, officialId, cycleId, organiserUnitId, title } = facts
  const paper = await paperOf(tx, facts)
  const { registerNo, fullName: name } = paper
  const id = randomUUID()
  const verifyCode = newVerifyCode(randomInt)
  const entry = enteringSystemDeed(federationId, {
    deed: 'certificate.issued',
    object: { type: 'certificate', id, cycleId, unitId: organiserUnitId },
    facts: { registerNo, name, title },
    content: paper,
    trace: '',
    key: `job/${jobId}/${nominationId}`,
  })
  const letter = telling(federationId, [officialId], {
    eventKey: `certificate/${id}`,
    textKey: 'classes.letters.certified',
    params: { classTitle: title, registerNo },
    link: '/me/learning',
  })
  const whose = { id, federationId, classId, nominationId, officialId, verifyCode }
  const issued = tx
    .insertInto('certificate')
    .values({ ...paper, ...whose, issuedBy: facts.askedBy })
  // one turn to the database: an organiser waits for five hundred of them
  await sql`with entered as (${entry}), told as (${letter}), issued as (${issued}) select 1`.execute(
    tx,
  )
}

/** What is printed, with the next number of the register. */
async function paperOf(tx: Tx, facts: Facts) {
  const { issuedOn, issuingBody, signerName, signerPosition } = issueInput.parse(facts.input)
  const { federationId, type, fullName, birthYear, unitName, heldFrom, heldTo, hours } = facts
  const year = yearOf(day(issuedOn))
  const number = await takeRegisterNumber(tx, { federationId, issuingBody, year })
  return {
    type,
    issuingBody,
    registerYear: year,
    registerNumber: number,
    registerNo: writeRegisterNo({ number, year, body: issuingBody }),
    fullName,
    birthYear,
    unitName,
    programme: facts.title,
    heldFrom,
    heldTo,
    hours,
    grade: facts.mark === null ? null : gradeOf(facts.mark, facts.rule),
    issuedOn,
    signerName,
    signerPosition,
  }
}

function mustHaveEarnedIt({ rule, sessions, attended, taken, isMarked, mark }: Facts): void {
  const percent = percentOf(attended, sessions)
  const presence = { attended, sessions, unmarked: sessions - taken, percent }
  const [obstacle] = obstaclesToCertifying({ presence, mark: isMarked ? mark : undefined }, rule)
  if (obstacle) throw new Refusal(obstacle.code, 'invalid')
}

async function factsOf(tx: Tx, jobId: string, nominationId: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select c.id as class_id, c.federation_id, c.cycle_id, c.organiser_unit_id, c.title, c.certificate_type as type,
      jsonb_build_object('minAttendancePercent', c.min_attendance_percent, 'testRequired', c.test_required,
        'passMark', c.pass_mark, 'maxMark', c.max_mark) as rule,
      o.id as official_id, o.full_name, o.birth_year, u.name as unit_name,
      s.held_from, s.held_to, s.hours, s.sessions, a.attended, a.taken, t.id is not null as is_marked, t.mark,
      exists (select from certificate k where k.nomination_id = n.id and k.state = 'VALID') as has_one,
      j.input, j.asked_by
    from job j
    join training_class c on c.id = j.object_id
    join nomination n on n.id = ${nominationId} and n.class_id = c.id
    join official o on o.id = n.official_id
    join unit u on u.id = o.unit_id
    cross join lateral (
      select count(*)::integer as sessions,
        min((starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as held_from,
        max((ends_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as held_to,
        round(sum(extract(epoch from ends_at - starts_at)) / 3600, 1) as hours
      from class_session where class_id = c.id) s
    cross join lateral (
      select count(*)::integer as taken,
        (count(*) filter (where last.mark in ('PRESENT', 'LATE')))::integer as attended
      from (select distinct on (x.session_id) x.mark from attendance x
            where x.nomination_id = n.id and x.class_id = c.id order by x.session_id, x.id desc) last) a
    left join lateral (
      select id, mark from test_mark where class_id = c.id and nomination_id = n.id order by id desc limit 1) t on true
    where j.id = ${jobId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`job ${jobId} has nobody called ${nominationId}`)
  return row
}
