import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { writeNumber } from '../../domain/papers/number.ts'
import { papersRoutes as routes } from '../../domain/papers/papers.contract.ts'
import { performs } from '../performer.ts'
import { finishTasks } from '../tasks.ts'

/**
 * Numbers start again at 01 each first of January. The clerk says so before the year turns; a
 * series nobody prepared begins by itself with its first paper.
 */
export const openSeries = performs(
  routes.openSeries,
  async ({ tx, caller, at }, { body: { seriesYear } }) => {
    const as = mustAllow(deeds.seriesOpened, caller, {})
    const thisYear = yearOf(dayOfInstant(at))
    if (seriesYear < thisYear || seriesYear > thisYear + 1)
      throw new Refusal('papers.series-far', 'invalid', {
        params: { seriesYear },
        faults: [{ code: 'papers.series-far', at: '/seriesYear', params: { seriesYear } }],
      })
    const { symbol } = await tx.selectFrom('federation').select('symbol').executeTakeFirstOrThrow()
    await tx
      .insertInto('numberSeries')
      .values({ federationId: caller.federationId, issuingBody: symbol, docType: 'KH', seriesYear })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const waiting = await tx
      .selectFrom('task')
      .select('objectId')
      .where('kind', '=', 'papers.openSeries')
      .where('doneAt', 'is', null)
      .execute()
    for (const { objectId } of waiting)
      await finishTasks(tx, { kinds: ['papers.openSeries'], objectId, by: caller.officialId })
    return {
      reply: { seriesYear, first: writeNumber(1, 'KH', symbol) },
      as,
      object: { type: 'federation', id: caller.federationId },
      facts: { seriesYear },
    }
  },
)
