import type { Person } from '../../../local/signed-in.ts'
import { signIn } from '../person.ts'
import * as year from '../year-walk.ts'
import type { House } from '../house.ts'

/** What a call is given, once the thing it is about has been put into the right state. */
export type Arranged = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  revision?: number
  /** Somebody who has just signed in, where the deed is about one's own sessions. */
  as?: Person
}
export type Asking = { scene: Scene; who: string; state: string }
export type Arrange = (asking: Asking) => Promise<Arranged>

/** A year at its approval, with everything in it that any deed is about. */
export type Scene = Awaited<ReturnType<typeof openScene>>

/** Who goes to classes: the one whose own seat it is where a deed is about a seat, and another. */
export const trainee = 'inspector2'
export const otherTrainee = 'council2'

/** One person for each role, and nobody with two; the second unit's stand for "another unit". */
export const holders: Record<string, string> = {
  administrator: 'admin',
  departmentDrafter: 'drafter',
  departmentHead: 'head',
  committeeLeader: 'leader',
  committeeMember: 'member1',
  contentChecker: 'contentChecker',
  formChecker: 'formChecker',
  recordsClerk: 'clerk',
  classOrganiser: 'organiser',
  inspectionHead: 'inspectionHead',
  inspector: 'member3',
  councilSecretary: 'secretary',
  councilMember: 'council1',
  lecturer: 'member4',
}

export async function openScene(house: Pick<House, 'address' | 'ownerUrl' | 'federation'>) {
  const walk = year.openYearWalk(house)
  const { federation } = house
  const sql = walk.asOwner
  const first = async (statement: string, values: unknown[] = []) => {
    const [row] = await sql(statement, values)
    return row ?? {}
  }
  const idFrom = async (statement: string, values: unknown[] = []) =>
    String((await first(statement, values)).id)

  await oneRoleEach(walk)
  await year.openYear(walk)
  const { planId, roundId } = await year.publishDraft(walk)
  const answerId = await year.signAnswer(walk, 1)
  await year.signAnswer(walk, 2)
  await year.closeRound(walk, roundId)
  const approvalId = await year.submitPlan(walk, planId)
  await year.passChecks(walk, approvalId)

  let runLast: () => Promise<unknown> = () => Promise.resolve()
  const run = (workflowType: string, workflowId: string, input: object) =>
    sql(
      `insert into process_request (federation_id, workflow_type, workflow_id, message, name, input, key)
       values ($1, $2, $3, 'start', $2, $4, gen_random_uuid()::text)`,
      [federation.federationId, workflowType, workflowId, JSON.stringify(input)],
    )

  return {
    walk,
    address: house.address,
    federation,
    sql,
    first,
    idFrom,
    planId,
    roundId,
    answerId,
    signIn: (who: string) => signIn(house.address, who),
    /** The approval that is under way: the latest of the plan. */
    approvalId: () =>
      idFrom('select id from approval where plan_id = $1 order by number desc limit 1', [planId]),
    /** Runs a process again that the arranging of rows has let go by. */
    run(...which: Parameters<typeof run>) {
      runLast = () => run(...which)
      return runLast()
    },
    /** Once more: it may have been started while the one before it was just ending. */
    runAgain: () => runLast(),
  }
}

async function oneRoleEach({ asOwner, federation }: year.YearWalk): Promise<void> {
  const officialOf = (name: string) => federation.person(name).officialId
  await asOwner(`delete from role_grant where official_id = $1 and role = 'committeeMember'`, [
    officialOf('leader'),
  ])
  for (const [name, role] of [
    ['member3', 'inspector'],
    ['member4', 'lecturer'],
    [trainee, 'trainee'],
    [otherTrainee, 'trainee'],
  ] as const)
    await asOwner('update role_grant set role = $2 where official_id = $1', [
      officialOf(name),
      role,
    ])
}
