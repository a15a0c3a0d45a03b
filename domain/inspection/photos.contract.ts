import { z } from 'zod'
import { keptFile } from '../files/files.contract.ts'
import { route } from '../grammar/route.ts'
import { inspectionDeeds as deeds } from './deeds.ts'

/** A photo of what was found; its caption is written with the finding. */
export const photoView = keptFile.extend({ photoId: z.uuid() })
export type PhotoView = z.output<typeof photoView>

export const mostPhotosOfFinding = 12

const ofPhoto = z.object({ inspectionId: z.uuid(), photoId: z.uuid() })

export const photoRoutes = {
  attachPhoto: route({
    method: 'post',
    path: '/inspections/:inspectionId/findings/:criterionId/photos',
    summary: 'Attaches a photo that has come in whole to a finding',
    params: z.object({ inspectionId: z.uuid(), criterionId: z.uuid() }),
    body: z.strictObject({ uploadId: z.uuid() }),
    reply: photoView,
    deed: deeds.photoAttached,
    quiet: true,
  }),
  removePhoto: route({
    method: 'delete',
    path: '/inspections/:inspectionId/photos/:photoId',
    summary: 'Takes a photo away while nothing is signed',
    params: ofPhoto,
    reply: z.object({ photoId: z.uuid() }),
    deed: deeds.photoRemoved,
    quiet: true,
  }),
} as const
