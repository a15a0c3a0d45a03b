import { holidaysOfYear, tetWeeks } from '../../../domain/federation/holidays.ts'
import { addDays, dayOfInstant, yearOf } from '../../../domain/grammar/day.ts'
import { isWorkingDay } from '../../../domain/grammar/working-days.ts'
import { planYear } from '../year-walk.ts'
import {
  type ClassGround,
  type ClassWish,
  insertClass,
  insertOfficial,
  type MadeClass,
  type NomineeWish,
} from './classes.ts'
import { type Arrange, type Asking, type Scene, trainee } from './scene.ts'

export async function groundOf({ sql, federation, idFrom }: Scene): Promise<ClassGround> {
  const cycleId = await idFrom('select id from cycle where plan_year = $1', [planYear])
  return { sql, federation, cycleId }
}

const begun = [{ startsInHours: -1 }, { startsInHours: 240 }]

/** A class in a state, with its process waiting for whatever comes next. */
export async function classIn(scene: Scene, state: string, wish: ClassWish = {}) {
  const ground = await groundOf(scene)
  const isRunning = state === 'RUNNING'
  // Held to the words of the policy's column, which are those of the table.
  const made = await insertClass(ground, {
    ...(isRunning && { sessions: begun }),
    ...wish,
    state: (state === '-' ? 'OPEN_FOR_NOMINATION' : state) as NonNullable<ClassWish['state']>,
  })
  await scene.run('trainingClass', made.processId, { classId: made.classId })
  return made
}

const onClass =
  (body: unknown, wish: ClassWish = {}): Arrange =>
  async ({ scene, state }) => {
    const { classId } = await classIn(scene, state, wish)
    return { params: { classId }, body, revision: 1 }
  }

const onPart =
  (wish: ClassWish, bodyOf: (made: MadeClass, asking: Asking) => Promise<unknown>): Arrange =>
  async (asking) => {
    const made = await classIn(asking.scene, asking.state, wish)
    const unitId = asking.scene.federation.units[0]?.id
    return { params: { classId: made.classId, unitId }, body: await bodyOf(made, asking) }
  }

const onNominee =
  (nominee: Partial<NomineeWish>, bodyOf: (asking: Asking) => unknown): Arrange =>
  async (asking) => {
    const { scene, state } = asking
    const nominees = [{ unit: 1, ...nominee }]
    const { classId, nominationIds } = await classIn(scene, state, { nominees })
    const params = { classId, nominationId: nominationIds[0] ?? '' }
    return { params, body: await bodyOf(asking) }
  }

let shift = 60
/** A day far enough ahead for every wait on which a class may be held, each time another one. */
export function classDay(): string {
  shift += 1
  const wanted = addDays(dayOfInstant(new Date()), shift)
  const year = yearOf(wanted)
  const tet = tetWeeks(year)
  const isInTet = tet.from <= wanted && wanted <= tet.to
  const isFree = isWorkingDay(wanted, holidaysOfYear(year)) && !isInTet
  return isFree ? wanted : classDay()
}

export const sessionOn = (day: string) => ({
  day,
  from: '07:30',
  to: '11:00',
  kind: 'THEORY',
  topic: 'Quyền, trách nhiệm của công đoàn cơ sở',
  lecturerId: null,
  room: null,
  url: null,
})

export const openingOf = (organiserUnitId: string) => ({
  lineCode: null,
  organiserUnitId,
  title: 'Cán bộ công đoàn mới, đợt 2',
  topic: 'Nghiệp vụ công đoàn',
  audience: 'Cán bộ công đoàn cơ sở mới được bầu',
  trainingKind: 'WORKSHOP',
  mode: 'DIRECT',
  deliveryForm: 'DIRECT',
  partnerId: null,
  venue: 'Trường Trung cấp Công đoàn',
  seats: 4,
  eligibility: {},
  minAttendancePercent: 80,
  testRequired: true,
  passMark: 5,
  maxMark: 10,
  certificateType: 'CERTIFICATE',
  sessions: [sessionOn(classDay())],
})

async function everybodyWasThere({ sql, federation }: Scene, made: MadeClass): Promise<void> {
  await sql(
    `insert into attendance (federation_id, class_id, session_id, nomination_id, mark, method, taken_by)
     select federation_id, class_id, $2, id, 'PRESENT', 'LIST', $3 from nomination where class_id = $1`,
    [made.classId, made.sessionIds[0], federation.person('organiser').officialId],
  )
}

const reason = { reason: 'Trùng hội nghị của thành phố.' }

export const classesArranged: Record<string, Arrange> = {
  'class.opened': async ({ scene }) => ({
    params: { planYear },
    body: openingOf(scene.federation.top.id),
  }),
  'quotas.set': async ({ scene, state }) => ({
    params: { classId: (await classIn(scene, state)).classId },
    body: {
      quotas: scene.federation.units.slice(0, 2).map(({ id }) => ({ unitId: id, seats: 2 })),
    },
  }),
  'nominations.opened': onClass({}),
  'list.fixed': onClass(reason, { nominees: [{ unit: 1 }, { unit: 2 }] }),
  'class.rescheduled': async (asking) =>
    onClass({ ...reason, sessions: [sessionOn(classDay())] })(asking),
  'class.postponed': onClass(reason),
  'class.cancelled': onClass(reason),
  'officials.nominated': onPart({}, async (_, { scene }) => ({
    rows: [{ officialId: await insertOfficial(await groundOf(scene), 1) }],
  })),
  'nominations.approved': onPart(
    { nominees: [{ unit: 1, state: 'PROPOSED' }] },
    async ({ nominationIds }) => ({ order: nominationIds }),
  ),
  'seats.given-back': onPart({}, async () => ({ seats: 1 })),
  'seats.taken': onPart({ quotas: [1, 1] }, async () => ({ seats: 1 })),
  'release.recorded': onNominee({}, () => ({ answer: 'ASKED', letterNo: '77/LĐLĐ' })),
  'nominee.withdrawn': onNominee({}, () => reason),
  'seat.resigned': async (asking) => {
    const { officialId } = asking.scene.federation.person(trainee)
    return onNominee({ state: 'CONFIRMED', officialId }, () => reason)(asking)
  },
  'class.rated': async (asking) => {
    const { officialId } = asking.scene.federation.person(trainee)
    const made = await classIn(asking.scene, asking.state, {
      sessions: [{ startsInHours: -30 }],
      nominees: [{ unit: 1, state: 'CONFIRMED', officialId }],
    })
    await everybodyWasThere(asking.scene, made)
    return {
      params: { classId: made.classId, nominationId: made.nominationIds[0] ?? '' },
      body: { satisfaction: 'SATISFIED', usefulness: 'MOSTLY', remark: 'Thêm giờ hỏi đáp.' },
    }
  },
  'substitute.sent': onNominee({ state: 'CONFIRMED' }, async ({ scene }) => ({
    ...reason,
    officialId: await insertOfficial(await groundOf(scene), 1),
  })),
}
