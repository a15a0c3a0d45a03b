import { type AnswerState, isAnswerState } from '../../domain/feedback/answer.ts'
import type { Ground } from './round-ground.ts'
import { answersOfFirst, type RoundModel, UNITS } from './round-state.ts'
import type { Ids } from './round-tried.ts'

export type Row = { id: string; state: AnswerState }

const counted = ['SUBMITTED', 'COUNTED']

/** What the database holds of the running round, beside what the model says it must hold. */
export async function heldOf(ground: Ground, ids: Ids, model: RoundModel) {
  const [row] = await ground.sql(standing, [ids.roundId, ground.roundId])
  const rows: Answered[] = row.answers ?? []
  const { units } = ground.desk.federation
  const unitOf = (id: string) => units.findIndex((unit) => unit.id === id) + 1
  const answers = UNITS.flatMap((asked) => {
    const found = rows.find(({ id }) => id === ids.answers[asked])
    return found ? [{ ...found, id: asked, owner: unitOf(found.owner) }] : []
  })
  return {
    held: { answers, obligations: rows.length, opinions: row.opinions, comments: row.comments },
    modelled: {
      answers: UNITS.flatMap((asked) => modelledOf(model, asked)),
      // the third unit was asked in both
      obligations: model.isPlanned ? 0 : Object.keys(model.answers).length + 1,
      opinions: model.opinions.map(({ state }) => state),
      comments: commentsOf(model),
    },
    moved: rows.flatMap(({ id, state }): Row[] => (isAnswerState(state) ? [{ id, state }] : [])),
  }
}

type Answered = { id: string; owner: string; state: string }

function modelledOf({ answers }: RoundModel, asked: (typeof UNITS)[number]) {
  const answer = answers[asked]
  if (!answer) return []
  const { owner, state, formRevision, version, isLate, request, entry } = answer
  return [
    {
      id: asked,
      owner,
      state,
      formRevision,
      version,
      versions: version,
      isLate,
      request,
      entry: entry && { state: entry.state, revision: entry.revision },
    },
  ]
}

/** Of the first round: one of each answer that counts, and what was said and confirmed. */
function commentsOf(model: RoundModel): string[] {
  const written = Object.values(answersOfFirst(model)).filter(({ state }) =>
    counted.includes(state),
  )
  const spoken = model.opinions.filter(({ state }) => state === 'CONFIRMED')
  return [
    ...written.map(() => 'Chia lớp thành hai đợt, học theo cụm.'),
    ...spoken.map(({ text }) => text),
  ].toSorted()
}

const standing = `
  select
    (select jsonb_agg(jsonb_build_object('id', a.id, 'owner', a.unit_id, 'state', a.state,
        'version', a.version, 'isLate', a.is_late,
        'formRevision', coalesce((select f.revision from answer_form f where f.answer_id = a.id), 0),
        'versions', (select count(*) from answer_version v where v.answer_id = a.id),
        'request', (select q.outcome from extension_request q where q.answer_id = a.id
          order by q.asked_at desc limit 1),
        'entry', (select jsonb_build_object('state', e.state, 'revision', e.revision)
          from assisted_entry e where e.answer_id = a.id order by e.begun_at desc limit 1)))
      from answer a where a.round_id = $1) as answers,
    (select coalesce(jsonb_agg(o.state order by o.recorded_at), '[]') from conference_opinion o) as opinions,
    (select coalesce(jsonb_agg(c.text order by c.text collate "C"), '[]') from comment c
      where c.round_id = $2 and c.withdrawn_at is null) as comments`

/** Everything that was said in the first round, to the byte. */
export async function hashOfFirst({ sql, roundId }: Ground): Promise<string> {
  const [row] = await sql(
    `select md5(concat(
      (select string_agg(a::text, '|' order by a.id) from answer a where a.round_id = $1),
      (select string_agg(v::text, '|' order by v.answer_id, v.version) from answer_version v
        join answer a on a.id = v.answer_id where a.round_id = $1),
      (select string_agg(f::text, '|' order by f.answer_id) from answer_form f
        join answer a on a.id = f.answer_id where a.round_id = $1),
      (select string_agg(c::text, '|' order by c.id) from comment c where c.round_id = $1),
      (select string_agg(e::text, '|' order by e.id) from assisted_entry e
        join answer a on a.id = e.answer_id where a.round_id = $1),
      (select r::text from round r where r.id = $1))) as hash`,
    [roundId],
  )
  return row.hash
}
