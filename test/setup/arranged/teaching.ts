import type { ClassState } from '../../../domain/classes/class-state.ts'
import { dayOfInstant } from '../../../domain/grammar/day.ts'
import { planYear } from '../year-walk.ts'
import { insertClass, insertLecturer, type MadeClass } from './classes.ts'
import type { Arrange, Scene } from './scene.ts'

type More = { isMarked?: boolean }

/** A class that was held yesterday by the person who holds the role, with one trainee of the first unit. */
export async function taughtIn(scene: Scene, state: string, { isMarked = false }: More = {}) {
  const { sql, federation, idFrom } = scene
  const cycleId = await idFrom('select id from cycle where plan_year = $1', [planYear])
  const ground = { sql, federation, cycleId }
  const lecturerId = await insertLecturer(ground, {
    officialId: federation.person('member4').officialId,
  })
  const made = await insertClass(ground, {
    // held to the words of the policy's column, which are those of the table
    state: state as ClassState,
    sessions: [{ startsInHours: -30, lecturerId }],
    nominees: [{ unit: 1, state: 'CONFIRMED' }],
  })
  await scene.run('trainingClass', made.processId, { classId: made.classId })
  if (isMarked) await markEverybody(scene, made)
  return made
}

async function markEverybody(scene: Scene, { classId, sessionIds }: MadeClass): Promise<void> {
  const by = scene.federation.person('organiser').officialId
  await scene.sql(
    `insert into attendance (federation_id, class_id, session_id, nomination_id, mark, method, taken_by)
     select federation_id, class_id, $2, id, 'PRESENT', 'LIST', $3 from nomination where class_id = $1`,
    [classId, sessionIds[0], by],
  )
  await scene.sql(
    `insert into test_mark (federation_id, class_id, nomination_id, kind, mark, marked_by)
     select federation_id, class_id, id, 'PAPER', 7, $2 from nomination where class_id = $1`,
    [classId, by],
  )
}

let number = 5_000

export async function certificateIn(scene: Scene, state: string, made: MadeClass): Promise<string> {
  return scene.idFrom(
    `insert into certificate (federation_id, class_id, nomination_id, official_id, type, issuing_body, register_year,
       register_number, register_no, verify_code, full_name, birth_year, unit_name, programme, held_from, held_to,
       hours, grade, issued_on, signer_name, signer_position, state, reason_class, state_at)
     select n.federation_id, n.class_id, n.id, n.official_id, 'CERTIFICATE', 'LĐLĐ', 2020, $2::int,
       lpad($2::text, 4, '0') || '/2020/CN-LĐLĐ', 'ACDE-FGHJ-' || $2::text, o.full_name, 1990, 'Công đoàn phường Số 1',
       'Cán bộ công đoàn mới', '2020-03-01', '2020-03-02', 8, 'GOOD', '2020-03-05', 'Đặng Hữu Nghĩa', 'Chủ tịch',
       $3::text, case when $3::text <> 'VALID' then 'ISSUED_IN_ERROR' end,
       case when $3::text <> 'VALID' then now() end
     from nomination n join official o on o.id = n.official_id where n.class_id = $1 limit 1 returning id`,
    [made.classId, (number += 1), state],
  )
}

const onClass =
  (more: More, bodyOf: (scene: Scene) => unknown = () => ({})): Arrange =>
  async ({ scene, state }) => {
    const { classId } = await taughtIn(scene, state, more)
    return { params: { classId }, body: bodyOf(scene) }
  }

const onCertificate =
  (body: unknown): Arrange =>
  async ({ scene, state }) => {
    const made = await taughtIn(scene, 'SETTLED', { isMarked: true })
    return { params: { certificateId: await certificateIn(scene, state, made) }, body }
  }

export const teachingArranged: Record<string, Arrange> = {
  'attendance.taken': async ({ scene, state, who }) => {
    const { classId, sessionIds, nominationIds } = await taughtIn(scene, state)
    const notedBy = scene.federation.person(who).officialId
    return {
      params: { classId, sessionId: sessionIds[0] },
      body: { notedBy, marks: [{ nominationId: nominationIds[0], mark: 'PRESENT' }] },
    }
  },
  'marks.given': async ({ scene, state }) => {
    const { classId, nominationIds } = await taughtIn(scene, state)
    return { params: { classId }, body: { marks: [{ nominationId: nominationIds[0], mark: 8.5 }] } }
  },
  'marking.closed': onClass({ isMarked: true }),
  'certificates.asked': onClass({ isMarked: true }, ({ federation }) => ({
    issuedOn: dayOfInstant(new Date()),
    signerId: federation.person('leader').officialId,
  })),
  'class.settled': async ({ scene, state }) => {
    const made = await taughtIn(scene, state, { isMarked: true })
    await certificateIn(scene, 'VALID', made)
    return { params: { classId: made.classId }, body: {} }
  },
  'class.closed': onClass({ isMarked: true }),
  'certificate.revoked': onCertificate({ reasonClass: 'ISSUED_IN_ERROR', reason: 'Cấp nhầm' }),
  'certificate.reissued': onCertificate({ reasonClass: 'LOST', reason: 'Mất trong bão' }),
}
