import { z } from 'zod'
import { keptFile } from '../files/files.contract.ts'
import { isPlainLine } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { feedbackDeeds as deeds } from './deeds.ts'

/** A file that an answer came with. */
export const answerFile = keptFile.extend({
  fileId: z.uuid(),
  answerId: z.uuid(),
  /** The place of the drafts it belongs to (`placeKey`); null: the answer as a whole. */
  place: z.string().nullable(),
})
export type AnswerFile = z.output<typeof answerFile>

export const mostFilesOfAnswer = 30

const fileParams = z.object({ answerId: z.uuid(), fileId: z.uuid() })

export const answerFileRoutes = {
  attachFile: route({
    method: 'post',
    path: '/answers/:answerId/files',
    summary: 'Attaches a file that has come in whole to an answer, or to one place of it',
    params: z.object({ answerId: z.uuid() }),
    body: z.strictObject({
      uploadId: z.uuid(),
      place: z.string().max(120).refine(isPlainLine, 'grammar.control-characters').nullable(),
    }),
    reply: answerFile,
    deed: deeds.fileAttached,
    quiet: true,
  }),
  removeFile: route({
    method: 'delete',
    path: '/answers/:answerId/files/:fileId',
    summary: 'Takes a file away from an answer while it is written',
    params: fileParams,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.fileRemoved,
    quiet: true,
  }),
  file: route({
    method: 'get',
    path: '/answers/:answerId/files/:fileId',
    summary:
      'A file of an answer, for its unit, and once it is signed for whoever reads the answer',
    params: fileParams,
    reply: z.string().describe('The bytes of the file'),
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
} as const
