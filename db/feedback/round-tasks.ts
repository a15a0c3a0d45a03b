import type { Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { openTasks } from '../tasks.ts'
import type { RoundRow } from './round.ts'

const followers: readonly Role[] = ['departmentDrafter', 'departmentHead']
const readers: readonly Role[] = ['contentChecker', 'formChecker', 'committeeMember']

/** What a round gives to others than its units: the department follows it, and those who will check and vote read the drafts in time. */
export async function openRoundTasks(tx: Tx, round: RoundRow): Promise<void> {
  const task = (kind: string, role: Role, link: string) => ({
    federationId: round.federationId,
    cycleId: round.cycleId,
    kind,
    objectType: 'round',
    objectId: round.id,
    role,
    unitId: round.unitId,
    params: { planYear: round.planYear },
    link,
    dueAt: round.dueAt,
  })
  const page = `/cycles/${round.planYear}`
  await openTasks(tx, [
    ...followers.map((role) => task('feedback.follow', role, `${page}/feedback`)),
    ...readers.map((role) => task('feedback.readAhead', role, page)),
  ])
}
