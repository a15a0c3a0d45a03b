import { keptUpload, photoIn } from './files.ts'
import { firstCriterion, inspectionIn } from './inspection-rows.ts'
import type { Arrange } from './scene.ts'

/** Photos of a visit: brought as files are, and the team's as findings are. */
export const photosArranged: Record<string, Arrange> = {
  'finding-photo.attached': async ({ scene, state, who }) => {
    const inspectionId = await inspectionIn(scene, state)
    const criterionId = await firstCriterion(scene, inspectionId)
    const uploadId = await keptUpload(scene, who, 'png')
    return { params: { inspectionId, criterionId }, body: { uploadId } }
  },
  'finding-photo.removed': async ({ scene, state }) => {
    const inspectionId = await inspectionIn(scene, state)
    return { params: { inspectionId, photoId: await photoIn(scene, inspectionId) } }
  },
}
