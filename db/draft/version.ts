import { type PlanContent, planContent } from '../../domain/draft/plan-content.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { workingContent } from './working-content.ts'

export type FrozenVersion = { version: number; contentSha256: string; content: PlanContent }

/** Freezes the text as it stands: the next version, whole, with the hash that votes refer to. */
export async function freezeVersion(
  tx: Tx,
  planId: string,
  officialId: string | null,
): Promise<FrozenVersion> {
  const plan = found(
    await tx
      .selectFrom('plan')
      .select(['id', 'federationId', 'publishedVersion'])
      .where('id', '=', planId)
      .forUpdate()
      .executeTakeFirst(),
  )
  const content = await workingContent(tx, planId)
  const version = plan.publishedVersion + 1
  const contentSha256 = sha256Of(content)
  await tx
    .insertInto('planVersion')
    .values({
      planId,
      version,
      federationId: plan.federationId,
      content: JSON.stringify(content),
      contentSha256,
      publishedBy: officialId,
    })
    .execute()
  await tx.updateTable('plan').set({ publishedVersion: version }).where('id', '=', planId).execute()
  return { version, contentSha256, content }
}

/** What a version said when it was frozen. */
export async function versionContent(
  tx: Tx,
  planId: string,
  version: number,
): Promise<{ content: PlanContent; contentSha256: string; publishedAt: string }> {
  const row = found(
    await tx
      .selectFrom('planVersion')
      .select(['content', 'contentSha256', 'publishedAt'])
      .where('planId', '=', planId)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
  const { contentSha256, publishedAt } = row
  return { content: planContent.parse(row.content), contentSha256, publishedAt }
}
