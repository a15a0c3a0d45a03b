import type { ClassState } from '../../domain/classes/class-state.ts'
import { ratingRoutes } from '../../domain/classes/rating.contract.ts'
import type { SATISFACTION } from '../../domain/classes/rating.ts'
import type { MadeClass } from './arranged/classes.ts'
import { lecturer, openTeachingDesk, type Tap } from './teaching-desk.ts'

/** Who holds the role of a trainee, one of each of these classes' seats. */
export const trainees = ['council1', 'council2', 'inspector1', 'inspector2'] as const
type Trainee = (typeof trainees)[number]
type Said = { satisfaction?: (typeof SATISFACTION)[number]; remark?: string | null }
type Wish = { state?: ClassState; taps?: Tap[]; organiser?: number }

/** A teaching desk whose trainees have accounts, and say what a class was worth. */
export async function openRatingDesk() {
  const desk = await openTeachingDesk()
  const officialOf = (who: string) => desk.federation.person(who).officialId
  await desk.sql(`update role_grant set role = 'trainee' where official_id = any ($1)`, [
    trainees.map(officialOf),
  ])

  return {
    ...desk,
    officialOf,
    /** Held yesterday, with everybody marked as wished; all were there when nothing is said. */
    async heldYesterday({
      state = 'MARKING',
      taps = trainees.map(() => ({})),
      organiser,
    }: Wish = {}) {
      const made = await desk.insert({
        state: 'RUNNING',
        seats: trainees.length,
        sessions: desk.yesterday,
        ...(organiser !== undefined && { organiser }),
        nominees: trainees.map((who, index) => ({
          unit: (index % 3) + 1,
          state: 'CONFIRMED' as const,
          officialId: officialOf(who),
        })),
      })
      if (taps.length > 0) await desk.take(lecturer, made, taps)
      await desk.sql('update training_class set state = $2 where id = $1', [made.classId, state])
      return made
    },
    rate(who: Trainee, made: MadeClass, { satisfaction = 'SATISFIED', remark = null }: Said = {}) {
      return desk.does(who, ratingRoutes.rateClass, {
        params: {
          classId: made.classId,
          nominationId: made.nominationIds[trainees.indexOf(who)] ?? '',
        },
        body: { satisfaction, usefulness: 'MOSTLY', remark },
      })
    },
  }
}
export type RatingDesk = Awaited<ReturnType<typeof openRatingDesk>>
