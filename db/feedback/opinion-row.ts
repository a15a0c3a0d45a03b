import type { OpinionState } from '../../domain/feedback/conference.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import type { DB } from '../generated.ts'
import type { Updateable } from 'kysely'
import { found } from '../subject.ts'
import { conferenceById } from './conference-row.ts'

/** What was taken down of a unit, with the conference it was said at. */
export async function opinionOf(tx: Tx, opinionId: string) {
  const opinion = found(
    await tx
      .selectFrom('conferenceOpinion')
      .innerJoin('unit', 'unit.id', 'conferenceOpinion.unitId')
      .select([
        'conferenceOpinion.id',
        'conferenceOpinion.conferenceId',
        'conferenceOpinion.answerId',
        'conferenceOpinion.roundId',
        'conferenceOpinion.planId',
        'conferenceOpinion.placeKind',
        'conferenceOpinion.placeCode',
        'conferenceOpinion.kind',
        'conferenceOpinion.words',
        'conferenceOpinion.unitName',
        'conferenceOpinion.state',
        'conferenceOpinion.spokeId',
        'conferenceOpinion.unitId',
        'conferenceOpinion.unitPath',
        'unit.name as askedName',
      ])
      // the column's check says which they are
      .$narrowType<{ state: OpinionState }>()
      .where('conferenceOpinion.id', '=', opinionId)
      .executeTakeFirst(),
  )
  return { opinion, conference: await conferenceById(tx, opinion.conferenceId) }
}

type Decision = Pick<
  Updateable<DB['conferenceOpinion']>,
  'unitWords' | 'struckBecause' | 'decidedBy' | 'decidedName' | 'decidedAt'
> & { state: OpinionState }

/** Of two who decide at once the second is told: the fence shows nobody a decided row to be changed. */
export async function decideOpinion(tx: Tx, opinionId: string, decision: Decision): Promise<void> {
  const decided = await tx
    .updateTable('conferenceOpinion')
    .set(decision)
    .where('id', '=', opinionId)
    .where('state', '=', 'RECORDED')
    .returning('id')
    .executeTakeFirst()
  if (!decided) throw new Refusal('grammar.wrong-state', 'wrong-state')
}
