import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { inspectionRoutes } from '../../domain/inspection/inspection.contract.ts'
import { rewardRoutes } from '../../domain/reward/reward.contract.ts'
import { classDay, openingOf, sessionOn } from './arranged/class-deeds.ts'
import { insertOfficial } from './arranged/classes.ts'
import { planYear, untilTrue, type YearWalk } from './year-walk.ts'

/** Lays the dates of a process a moment ahead and has it read its calendar again. */
export type Press = (workflowId: string, statement: string, values: unknown[]) => Promise<void>

const ofYear = { params: { planYear } }

const stateOf = async ({ asOwner }: YearWalk, table: string, id: string) =>
  String((await asOwner(`select state from ${table} where id = $1`, [id]))[0]?.state)
const untilState = (walk: YearWalk, table: string, id: string, state: string) =>
  untilTrue(async () => (await stateOf(walk, table, id)) === state)

/** A class of the issued plan, from its line to its last certificate; its waits end by their timers. */
export async function runClass(walk: YearWalk, press: Press): Promise<string> {
  const [unit] = walk.federation.units
  const opening = {
    ...openingOf(walk.federation.top.id),
    lineCode: 'L01',
    sessions: [sessionOn(classDay())],
  } as never
  const { classId } = await walk.does('organiser', classesRoutes.open, { ...ofYear, body: opening })
  const params = { classId }
  const quotas = [{ unitId: unit?.id ?? '', seats: 2 }]
  await walk.does('organiser', classesRoutes.setQuotas, { params, body: { quotas } })
  await press(
    `class/${classId}`,
    `update training_class set nominations_open_at = now() where id = $1`,
    [classId],
  )
  await untilState(walk, 'training_class', classId, 'OPEN_FOR_NOMINATION')
  await nameSomebody(walk, classId)
  await press(
    `class/${classId}`,
    `with c as (update training_class set nominations_due_at = now() + interval '1 s',
       release_due_at = now() + interval '1.5 s', list_due_at = now() + interval '2 s' where id = $1)
     update class_session set starts_at = now() + interval '3 s', ends_at = now() + interval '5 s'
     where class_id = $1`,
    [classId],
  )
  await untilState(walk, 'training_class', classId, 'RUNNING')
  await teach(walk, classId)
  return classId
}

async function nameSomebody(walk: YearWalk, classId: string): Promise<void> {
  const { federation, asOwner: sql } = walk
  const unitId = federation.units[0]?.id ?? ''
  const officialId = await insertOfficial({ sql, federation, cycleId: '' }, 1)
  const { nominationIds } = await walk.does('unit1.drafter', classesRoutes.nominate, {
    params: { classId, unitId },
    body: { rows: [{ officialId, reason: null, needsLodging: false }] },
  })
  const body = { order: nominationIds }
  await walk.does('unit1.head', classesRoutes.approveList, { params: { classId, unitId }, body })
  await walk.does('unit1.drafter', classesRoutes.recordRelease, {
    params: { classId, nominationId: nominationIds[0] ?? '' },
    body: { answer: 'GRANTED', because: null, letterNo: '12/CV' },
  })
}

async function teach(walk: YearWalk, classId: string): Promise<void> {
  const params = { classId }
  const { sessions, trainees } = await walk.does('organiser', teachingRoutes.attendance, { params })
  const [nominationId = ''] = trainees.map((trainee) => trainee.nominationId)
  await walk.does('organiser', teachingRoutes.takeAttendance, {
    params: { classId, sessionId: sessions[0]?.sessionId ?? '' },
    body: {
      notedBy: walk.federation.person('organiser').officialId,
      marks: [{ nominationId, mark: 'PRESENT' }],
    },
  })
  await untilState(walk, 'training_class', classId, 'MARKING')
  await walk.does('organiser', testMarkRoutes.giveMarks, {
    params,
    body: { kind: 'PAPER', marks: [{ nominationId, mark: 8 }] },
  })
  await walk.does('organiser', teachingRoutes.closeMarking, { params, body: {} })
  await walk.does('organiser', certificateRoutes.issueCertificates, {
    params,
    body: {
      issuedOn: dayOfInstant(new Date()),
      signerId: walk.federation.person('leader').officialId,
    },
  })
  const issued = () => walk.asOwner('select 1 from certificate where class_id = $1', [classId])
  await untilTrue(async () => (await issued()).length === 1)
  await untilTrue(
    async () => (await walk.asOwner(`select 1 from job where state <> 'DONE'`)).length === 0,
  )
  await walk.does('organiser', teachingRoutes.settleClass, { params, body: {} })
  await walk.does('organiser', teachingRoutes.closeClass, { params, body: {} })
}

/** The first unit is visited today with its consent, and mends what was found. */
export async function inspectUnit(walk: YearWalk): Promise<string> {
  const today = dayOfInstant(new Date())
  const { inspectionId } = await walk.does('inspectionHead', inspectionRoutes.plan, {
    body: {
      planYear,
      unitId: walk.federation.units[0]?.id ?? '',
      kind: 'TRAINING',
      subject: 'Công tác đào tạo, bồi dưỡng',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      decisionNumber: '05/QĐ-UBKT',
      decisionOn: today,
      visitFrom: today,
      visitTo: today,
      team: [{ officialId: walk.federation.person('inspector1').officialId, role: 'LEAD' }],
    },
  })
  const params = { inspectionId }
  await walk.does('inspectionHead', inspectionRoutes.announce, {
    params,
    body: { selfReportDueOn: today },
  })
  const words = 'Đơn vị nhất trí kiểm tra sớm'
  await walk.does('unit1.head', inspectionRoutes.consent, { params, body: { words } })
  await untilState(walk, 'inspection', inspectionId, 'ON_SITE')
  await visit(walk, inspectionId)
  await conclude(walk, inspectionId)
  return inspectionId
}

async function visit(walk: YearWalk, inspectionId: string): Promise<void> {
  const params = { inspectionId }
  const { criteria } = await walk.does('inspector1', inspectionRoutes.inspection, { params })
  for (const { criterionId } of criteria)
    await walk.does(
      'inspector1',
      inspectionRoutes.writeFinding,
      {
        params: { inspectionId, criterionId },
        body: { outcome: 'PASSED', note: '', score: null, severity: null },
      },
      { revision: 0 },
    )
  const drawn = await walk.does('inspector1', inspectionRoutes.drawMinutes, { params, body: {} })
  await walk.does('inspector1', inspectionRoutes.signMinutes, { params, body: drawn })
  await walk.does('unit1.head', inspectionRoutes.countersignMinutes, { params, body: drawn })
  await walk.does('unit1.head', inspectionRoutes.answerFindings, {
    params,
    body: {
      replies: criteria.map(({ criterionId }) => ({
        criterionId,
        stance: 'AGREE' as const,
        words: '',
      })),
    },
  })
}

async function conclude(walk: YearWalk, inspectionId: string): Promise<void> {
  const params = { inspectionId }
  const { revision } = await walk.does('inspector1', inspectionRoutes.inspection, { params })
  await walk.does(
    'inspector1',
    inspectionRoutes.draftResult,
    {
      params,
      body: {
        rating: 'GOOD',
        conclusion: 'Đơn vị thực hiện tốt kế hoạch.',
        answers: [],
        remedies: [
          {
            criterionId: null,
            measure: 'Bổ sung hồ sơ lớp',
            departmentId: null,
            dueOn: addDays(dayOfInstant(new Date()), 20),
          },
        ],
      },
    },
    { revision },
  )
  await walk.does('inspectionHead', inspectionRoutes.passResult, { params, body: {} })
  await walk.does('clerk', inspectionRoutes.issueResult, { params, body: {} })
  await untilState(walk, 'inspection', inspectionId, 'FOLLOW_UP')
  const { remedies } = await walk.does('inspector1', inspectionRoutes.inspection, { params })
  const ofRemedy = { params: { remedyId: remedies[0]?.remedyId ?? '' } }
  const proof = { words: 'Đã bổ sung đủ hồ sơ' }
  await walk.does('unit1.head', inspectionRoutes.answerRemedy, { ...ofRemedy, body: proof })
  await walk.does('inspector1', inspectionRoutes.acceptRemedy, { ...ofRemedy, body: {} })
}

/** The first unit is commended: files and votes come in until their timers, then the number. */
export async function commend(walk: YearWalk, press: Press): Promise<string> {
  const { federation } = walk
  const { commendationId } = await walk.does('secretary', rewardRoutes.openRound, {
    ...ofYear,
    body: { kind: 'THEMATIC', title: 'Tự tổ chức tập huấn', filesDueOn: null, councilDueOn: null },
  })
  const params = { commendationId }
  const processId = `commendation/${federation.top.code}/${planYear}/THEMATIC-1`
  const { fileId } = await walk.does('head', rewardRoutes.propose, {
    params,
    body: {
      unitId: federation.units[0]?.id ?? '',
      officialId: null,
      form: 'CERTIFICATE',
      citation: 'Mở lớp sớm, đủ học viên',
      inspectionId: null,
    },
  })
  const text = 'Đơn vị đã mở lớp tại chỗ.'
  await walk.does('unit1.head', rewardRoutes.report, { params: { fileId }, body: { text } })
  await press(processId, `update commendation set files_due_at = now() where id = $1`, [
    commendationId,
  ])
  await untilState(walk, 'commendation', commendationId, 'CHECKING')
  await walk.does('secretary', rewardRoutes.checkFile, {
    params: { fileId },
    body: { outcome: 'PASSED', remark: null },
  })
  await walk.does('secretary', rewardRoutes.openCouncil, { params, body: {} })
  const round = await walk.does('secretary', rewardRoutes.round, { params })
  const contentSha256 = round.contentSha256 ?? ''
  const votes = [{ fileId, vote: 'AGREE' as const, remark: null }]
  for (const who of ['leader', 'secretary', 'council1', 'council2'])
    await walk.does(who, rewardRoutes.castBallots, { params, body: { votes, contentSha256 } })
  await press(processId, `update commendation set council_due_at = now() where id = $1`, [
    commendationId,
  ])
  await untilState(walk, 'commendation', commendationId, 'VOTED')
  await walk.does('leader', rewardRoutes.signDecision, { params, body: { contentSha256 } })
  await walk.does('clerk', rewardRoutes.numberDecision, { params, body: { issuedOn: null } })
  return commendationId
}

/** The calendar leads the year through its last stations: each of their days comes a moment later. */
export async function leadToTheClose(walk: YearWalk, press: Press): Promise<void> {
  await press(
    `cycle/${walk.federation.top.code}/${planYear}`,
    `update cycle_moment m set at = now() + make_interval(secs => p.secs)
     from cycle c, (values ('inspectionsFrom', 0.5), ('classDataClose', 1.5), ('cycleCloses', 2.5)) p(moment, secs)
     where m.cycle_id = c.id and c.plan_year = $1 and m.moment = p.moment`,
    [planYear],
  )
  await untilTrue(
    async () =>
      (
        await walk.asOwner('select 1 from cycle where plan_year = $1 and closed_at is not null', [
          planYear,
        ])
      ).length === 1,
  )
}
