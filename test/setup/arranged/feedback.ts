import { processIds } from '../../../domain/cycle/process-ids.ts'
import { feedbackRoutes } from '../../../domain/feedback/feedback.contract.ts'
import { USUAL_PREPARATION } from '../../../domain/feedback/preparation.contract.ts'
import { aQuestion } from '../questions.ts'
import { completeForm, planYear } from '../year-walk.ts'
import { planIn } from './draft.ts'
import { attachedFile, entryIn, keptSheet, keptUpload } from './files.ts'
import type { Arrange, Asking, Scene } from './scene.ts'

const day = 86_400_000
const reason = { reason: 'Cần hỏi lại Ban Chấp hành' }
const inDays = (days: number) => new Date(Date.now() + days * day)

export async function roundIn(
  { sql, run, roundId, federation }: Scene,
  state: string,
): Promise<void> {
  const isOver = state === 'CLOSED'
  await sql(
    `update round set state = $2, due_at = $3, grace_until = $3, closed_at = $4, closed_because = null,
       opens_at = case when $5 then $3::timestamptz - interval '17 days' else least(opens_at, now()) end
     where id = $1`,
    [roundId, state, inDays(isOver ? -1 : 20), isOver ? inDays(-1) : null, state === 'PLANNED'],
  )
  if (isOver) return
  const processId = processIds.consultation(federation.top.code, planYear, 1)
  await run('consultation', processId, { roundId })
}

/** The first unit's answer, its text complete, in a round that is open. */
const onAnswer =
  (body: unknown = {}): Arrange =>
  async ({ scene, state }) => {
    await roundIn(scene, 'OPEN')
    const { answerId, sql, first } = scene
    await sql('update answer set state = $2 where id = $1', [answerId, state])
    const inForce = ['SUBMITTED', 'COUNTED'].includes(state)
    await sql(
      `update answer_version v set withdrawn_at = case when $2 and v.version = a.version then null
         else coalesce(v.withdrawn_at, now()) end
       from answer a where a.id = v.answer_id and v.answer_id = $1`,
      [answerId, inForce],
    )
    const row = await first('select revision from answer_form where answer_id = $1', [answerId])
    return { params: { answerId }, body, revision: Number(row.revision) }
  }

/** The first unit's answer, excused where the state says so, whatever was excused before. */
const excusable: Arrange = async (asking) => {
  const { answerId, sql } = asking.scene
  const given = await onAnswer(reason)(asking)
  await sql('delete from excuse where answer_id = $1', [answerId])
  if (asking.state === 'EXCUSED')
    await sql(
      `insert into excuse (federation_id, round_id, answer_id, unit_id, state_before, reason, excused_by)
       select federation_id, round_id, id, unit_id, 'DRAFT', 'Thiên tai', $2 from answer where id = $1`,
      [answerId, asking.scene.federation.person('head').officialId],
    )
  return given
}

const saved: Arrange = async (asking) => {
  const view = await asking.scene.walk.does('unit1.drafter', feedbackRoutes.myAnswer, {
    params: { planYear },
  })
  return onAnswer({ form: completeForm(view) })(asking)
}

/** The second unit's answer is still open, and nobody has reminded it. */
async function secondUnitSilent({ scene, state }: Asking): Promise<string> {
  await roundIn(scene, state)
  await scene.sql('delete from reminder')
  await scene.sql('delete from extension')
  return scene.idFrom(
    `update answer set state = 'DRAFT' where round_id = $1 and unit_id = $2 returning id`,
    [scene.roundId, scene.federation.units[1]?.id],
  )
}

/** As if the units had not been asked once more, which a year does only once: that round is put aside. */
async function putSecondRoundAside({ sql }: Scene): Promise<void> {
  const [second] = await sql(
    `update round set state = 'CLOSED', closed_at = now(), reopens = null, reopened_because = null,
       process_id = 'aside/' || id, number = (select least(min(number), 0) - 1 from round)
     where reopens is not null returning id`,
  )
  if (second) await sql(`delete from process_request where input ->> 'roundId' = $1`, [second.id])
}

/** A Wednesday after the deadline of an open round. */
function laterWednesday(): string {
  const from = Date.now() + 24 * day
  const wednesday = from + ((3 - new Date(from).getUTCDay() + 7) % 7) * day
  return new Date(wednesday).toISOString().slice(0, 10)
}

/** The first unit's answer in a round that ends in twenty days; with a request that waits, or none. */
const time =
  (isAsked: boolean, body: unknown): Arrange =>
  async (asking) => {
    const { answerId, sql, federation } = asking.scene
    const given = await onAnswer(body)(asking)
    await sql('delete from extension_request where answer_id = $1', [answerId])
    await sql('delete from extension')
    if (isAsked)
      await sql(
        `insert into extension_request (federation_id, answer_id, wanted_on, reason, asked_by)
         select federation_id, id, '2030-01-02', 'Mưa lũ', $2 from answer where id = $1`,
        [answerId, federation.person('unit1.drafter').officialId],
      )
    else await sql('delete from holiday where day = $1', [laterWednesday()])
    return given
  }

/** What was entered from paper for the first unit, the revision of the entry before the eyes. */
const onEntry =
  (state: 'ENTERING' | 'OFFERED', bodyOf: (scene: Scene) => Promise<unknown>): Arrange =>
  async (asking) => {
    const body = await bodyOf(asking.scene)
    const { params } = await onAnswer()(asking)
    const revision = await entryIn(asking.scene, state)
    return { params: { ...params }, body, revision }
  }

const withSheet =
  (more: object): Arrange =>
  async (asking) => {
    const given = await onAnswer()(asking)
    const uploadId = await keptSheet(asking.scene, asking.who)
    return { ...given, body: { uploadId, ...more } }
  }

export const feedbackArranged: Record<string, Arrange> = {
  'answer.opened': onAnswer(),
  'answer.read': onAnswer(),
  'answer.saved': saved,
  'answer-file.attached': async (asking) => {
    const given = await onAnswer()(asking)
    const uploadId = await keptUpload(asking.scene, asking.who)
    return { ...given, body: { uploadId, place: null } }
  },
  'answer-file.removed': async (asking) => {
    const { params } = await onAnswer()(asking)
    const fileId = await attachedFile(asking.scene)
    return { params: { ...params, fileId } }
  },
  'answer-sheet.checked': withSheet({}),
  'answer-sheet.taken': withSheet({ fromSheet: [] }),
  'assisted-entry.saved': onEntry('ENTERING', async (scene) => {
    const view = await scene.walk.does('unit1.drafter', feedbackRoutes.myAnswer, {
      params: { planYear },
    })
    return { form: completeForm(view) }
  }),
  'assisted-entry.offered': onEntry('ENTERING', async () => ({
    paper: 'Phiếu giấy nhận qua bưu điện',
    scans: [],
  })),
  'assisted-entry.withdrawn': onEntry('OFFERED', async () => reason),
  'assisted-entry.confirmed': onEntry('OFFERED', async () => ({})),
  'assisted-entry.refused': onEntry('OFFERED', async () => reason),
  'assisted-entry.takenOver': onEntry('OFFERED', async () => ({})),
  'answer.sentOn': onAnswer(),
  'answer.returned': onAnswer(reason),
  'answer.signed': onAnswer(),
  'answer.withdrawn': onAnswer(reason),
  'extension.asked': time(false, { dueOn: laterWednesday(), ...reason }),
  'extension.withdrawn': time(true, {}),
  'extension.refused': time(true, reason),
  'answer.excused': excusable,
  'excuse.takenBack': excusable,
  'round.prepared': async ({ scene, state }) => {
    await scene.sql('update cycle set phase = $2 where plan_year = $1', [planYear, state])
    const row = await scene.first('select max(revision) as revision from round_preparation')
    const params = { planYear }
    return { params, body: { form: USUAL_PREPARATION }, revision: Number(row.revision ?? 0) }
  },
  'round.questionsChanged': async ({ scene, state }) => {
    await roundIn(scene, state)
    const { roundId, first } = scene
    const row = await first('select form_version as version from round where id = $1', [roundId])
    const version = Number(row.version)
    const questions = [aQuestion({ label: `Câu hỏi bản ${version + 1}` })]
    return { params: { roundId }, body: { questions, ...reason }, revision: version }
  },
  'round.reminded': async (asking) => ({
    params: { roundId: asking.scene.roundId },
    body: { answerIds: [await secondUnitSilent(asking)], text: null },
  }),
  'round.extended': async (asking) => {
    const answerId = await secondUnitSilent(asking)
    await asking.scene.sql('delete from holiday where day = $1', [laterWednesday()])
    const params = { roundId: asking.scene.roundId }
    return { params, body: { answerId, dueOn: laterWednesday(), ...reason } }
  },
  'round.closed': async ({ scene, state }) => {
    await roundIn(scene, state)
    return { params: { roundId: scene.roundId }, body: reason }
  },
  'round.openingMoved': async ({ scene, state }) => {
    // within the term, wherever it is moved to
    await scene.sql(
      `update conference set starts_at = $2, ends_at = $2::timestamptz + interval '2 hours' where round_id = $1`,
      [scene.roundId, inDays(3)],
    )
    await roundIn(scene, state)
    await scene.sql(`update cycle_moment set announced = false where phase = 'feedback'`)
    return { params: { roundId: scene.roundId }, body: { opensOn: 'now', ...reason } }
  },
  'round.reopened': async ({ scene, state }) => {
    await roundIn(scene, state)
    await putSecondRoundAside(scene)
    await planIn(scene, 'REVISING')
    await scene.sql(`update cycle set phase = 'revision' where plan_year = $1`, [planYear])
    return { params: { roundId: scene.roundId }, body: reason }
  },
}
