import { planIn } from './draft.ts'
import type { Arrange, Scene } from './scene.ts'

const planStates: Record<string, string> = { WITH_CHAIR: 'AWAITING_COMMITTEE', SIGNED: 'SIGNED' }

/** The approval under way, with its process waiting for whatever comes next. */
export async function approvalIn(scene: Scene, state: string): Promise<string> {
  const approvalId = await scene.approvalId()
  await planIn(scene, planStates[state] ?? state)
  const { process_id } = await scene.first(
    `update approval set state = $2, due_at = now() + interval '5 days', extended_at = null
     where id = $1 returning process_id`,
    [approvalId, state],
  )
  await scene.run('approval', String(process_id), { approvalId })
  return approvalId
}

async function shaOf({ first }: Scene, approvalId: string): Promise<string> {
  const row = await first('select content_sha256 from approval where id = $1', [approvalId])
  return String(row.content_sha256)
}

const onApproval =
  (body: unknown = {}): Arrange =>
  async ({ scene, state }) => ({ params: { approvalId: await approvalIn(scene, state) }, body })

const checked: Arrange = async ({ scene, state }) => {
  await scene.sql('delete from approval_check')
  return onApproval({ outcome: 'PASSED' })({ scene, state, who: '' })
}

async function voted(scene: Scene, approvalId: string): Promise<void> {
  await scene.sql(
    `insert into ballot (federation_id, approval_id, official_id, vote, content_sha256)
     select a.federation_id, a.id, m.official_id, 'AGREE', a.content_sha256
     from approval a join body_member m on m.body_id = a.body_id where a.id = $1`,
    [approvalId],
  )
}

/** A Wednesday ahead: the offices work, whatever the holidays of the demo. */
async function reopened(scene: Scene, state: string) {
  const approvalId = await approvalIn(scene, state)
  await scene.sql('delete from vote_reopening')
  const ahead = new Date(Date.now() + 7 * 86_400_000)
  while (ahead.getUTCDay() !== 3) ahead.setUTCDate(ahead.getUTCDate() + 1)
  const dueOn = ahead.toISOString().slice(0, 10)
  await scene.sql('delete from holiday where day = $1', [dueOn])
  return { params: { approvalId }, body: { dueOn, reason: 'Nhiều uỷ viên đi công tác' } }
}

export const approvalArranged: Record<string, Arrange> = {
  'content.checked': checked,
  'form.checked': checked,
  'dossier.read': onApproval(),
  'dossier.marked': onApproval({ placeCode: 'II.1' }),
  'ballot.cast': async ({ scene, state }) => {
    const approvalId = await approvalIn(scene, state)
    const contentSha256 = await shaOf(scene, approvalId)
    return { params: { approvalId }, body: { vote: 'AGREE', contentSha256 } }
  },
  'voting.closed': async ({ scene, state }) => {
    const approvalId = await approvalIn(scene, state)
    await voted(scene, approvalId)
    return { params: { approvalId }, body: { reason: 'Đã đủ phiếu' } }
  },
  'voting.reopened': ({ scene, state }) => reopened(scene, state),
  'approval.returned': onApproval({ reason: 'Cần tính lại kinh phí' }),
  'approval.signed': async ({ scene, state }) => {
    const approvalId = await approvalIn(scene, state)
    await scene.sql('delete from signature where approval_id = $1', [approvalId])
    return { params: { approvalId }, body: { contentSha256: await shaOf(scene, approvalId) } }
  },
}
