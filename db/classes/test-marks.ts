import { obstaclesToCertifying } from '../../domain/classes/certificate.ts'
import { gradeOf, obstaclesToMark } from '../../domain/classes/marks.ts'
import {
  type MarksForm,
  type MarksView,
  testMarkRoutes as routes,
} from '../../domain/classes/test-marks.contract.ts'
import { teachingDeeds as deeds } from '../../domain/classes/teaching-deeds.ts'
import { type Obstacle, pointer } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { clockOf, type Entered } from '../context.ts'
import { performs, type Stage } from '../performer.ts'
import { enterDeed } from '../register.ts'
import { refuse } from '../revision/standing.ts'
import { certificatesOf } from './certificate-rows.ts'
import { classForChange, type ClassRow, objectOf } from './class-row.ts'
import {
  type GivenMark,
  headOf,
  marksOf,
  peopleOf,
  type Session,
  sessionsOf,
  taughtClass,
  traineeOf,
} from './taught-class.ts'
import { mustStandOnTheList, mustTeach } from './teaching-rights.ts'

/** The marks of a class, with grades and with what keeps somebody from a certificate. */
export async function marksOfClass(entered: Entered, classId: string): Promise<MarksView> {
  const { tx } = entered
  const taught = await taughtClass(entered, classId)
  const certified = new Set(
    (await certificatesOf(tx, classId))
      .filter(({ state }) => state === 'VALID')
      .map(({ nominationId }) => nominationId),
  )
  return {
    ...(await headOf(entered, taught, await clockOf(tx))),
    kind: 'PAPER',
    trainees: taught.results.map((result) => {
      const mark = result.given?.mark
      const trainee = { presence: result.presence, mark }
      return {
        ...traineeOf(result),
        given: result.given ?? null,
        grade: typeof mark === 'number' ? gradeOf(mark, taught.trained) : null,
        obstacles: obstaclesToCertifying(trainee, taught.trained).map(told),
        hasCertificate: certified.has(result.person.nominationId),
      }
    }),
  }
}

/** An obstacle as a view carries it. */
export function told({ code, params = {} }: Obstacle) {
  return { code, params: { ...params } }
}

export const giveMarks = performs(routes.giveMarks, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const trained = await classForChange(tx, params.classId)
  const sessions = await sessionsOf(tx, trained.id)
  const as = mustTeach(deeds.marksGiven, caller, trained, sessions)
  mustHaveBegun(sessions, await clockOf(tx))
  const earlier = await marksOf(tx, trained.id)
  const marks = body.marks.map((wanted, index): Wanted => ({
    ...wanted,
    index,
    earlier: earlier.get(wanted.nominationId),
  }))
  const given = marks.filter((wanted) => wanted.earlier?.mark !== wanted.mark)
  const people = await peopleOf(tx, trained.id)
  await mustStandOnTheList(tx, people, marks, given)
  mustHaveSeen(given)
  refuse(
    'classes.marks-not-in-order',
    given.flatMap((wanted) => obstaclesTo(wanted, trained)),
  )
  await insertMarks(stage, trained, body.kind, given)
  for (const wanted of given.filter((each) => each.earlier !== undefined))
    await enterDeed(tx, caller, as, {
      deed: 'mark.corrected',
      object: objectOf(trained, trained.revision),
      facts: {
        name: people.find((one) => one.nominationId === wanted.nominationId)?.fullName ?? '',
        before: wanted.earlier?.mark ?? null,
        after: wanted.mark,
        reason: wanted.because,
      },
      content: { ...wanted, title: trained.title },
      trace: stage.trace,
      key: `${stage.key}/${wanted.nominationId}`,
    })
  return {
    reply: { given: given.length },
    as,
    object: objectOf(trained, trained.revision),
    facts: { title: trained.title, count: given.length },
    content: { classId: trained.id, marks: body.marks },
  }
})

type Wanted = MarksForm['marks'][number] & { index: number; earlier: GivenMark | undefined }

/** Where a class has a test among its sessions, nobody is marked before it begins. */
function mustHaveBegun(sessions: readonly Session[], now: string): void {
  const tests = sessions.filter(({ kind }) => kind === 'TEST')
  const [first] = tests.length > 0 ? tests : sessions
  if (!first || now < first.startsAt) throw new Refusal('classes.test-not-begun', 'wrong-state')
}

function mustHaveSeen(given: readonly Wanted[]): void {
  const stale = given.filter(({ earlier, seen }) => earlier !== undefined && earlier.id !== seen)
  if (stale.length === 0) return
  throw new Refusal('classes.marked-meanwhile', 'stale', {
    details: {
      theirs: stale.map(({ nominationId, earlier }) => ({ nominationId, given: earlier })),
    },
  })
}

function obstaclesTo({ mark, because, earlier, index }: Wanted, trained: ClassRow): Obstacle[] {
  const wrong = mark === null ? [] : obstaclesToMark(mark, trained, pointer('marks', index, 'mark'))
  if (earlier === undefined || because !== null) return wrong
  const at = pointer('marks', index, 'because')
  return [...wrong, { code: 'classes.correction-reason-needed', at }]
}

async function insertMarks(
  { tx, caller }: Stage,
  { id: classId, federationId }: ClassRow,
  kind: MarksForm['kind'],
  given: readonly Wanted[],
): Promise<void> {
  if (given.length === 0) return
  await tx
    .insertInto('testMark')
    .values(
      given.map(({ nominationId, mark, because }) => ({
        federationId,
        classId,
        nominationId,
        kind,
        mark,
        because,
        markedBy: caller.officialId,
      })),
    )
    .execute()
}
