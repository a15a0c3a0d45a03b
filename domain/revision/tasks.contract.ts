import { z } from 'zod'
import { dueView } from '../cycle/inbox.contract.ts'
import { keptFile } from '../files/files.contract.ts'
import { isPlainText } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { revisionDeeds as deeds } from './deeds.ts'
import { TASK_STATES } from './task.ts'

const words = (most: number) =>
  z.string().trim().min(1).max(most).refine(isPlainText, { error: 'grammar.control-characters' })
const placeKey = z.string().min(1).max(60)

export const taskForm = z.strictObject({
  departmentId: z.uuid(),
  /** Somebody of it by name; nobody: whoever of the department comes first. */
  personId: z.uuid().nullable().default(null),
  /** The opinion it is about, alone or with those that are answered with it. */
  commentId: z.uuid().nullable().default(null),
  /** The place of the plan it is about: 'CLAUSE II.1'. */
  place: placeKey.nullable().default(null),
  text: words(2000),
  dueOn: z.iso.date('grammar.not-a-day'),
})
export const taskResultForm = z.strictObject({
  result: words(2000),
  /** Where in the draft it can be seen; files are attached before. */
  changedPlaces: z.array(placeKey).max(50).default([]),
})
export const taskAcceptanceForm = z.strictObject({ remark: words(2000).nullable().default(null) })
export const taskRemarkForm = z.strictObject({ remark: words(2000) })

export const mostFilesOfTask = 20

export const planPlace = z.object({
  key: z.string(),
  kind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'HEAD', 'LEGAL_BASIS']),
  code: z.string(),
  heading: z.string(),
})
export type PlanPlace = z.output<typeof planPlace>

export const taskFile = keptFile.extend({ fileId: z.uuid(), taskId: z.uuid() })
export type TaskFile = z.output<typeof taskFile>

const taskReport = z.object({
  number: z.int(),
  result: z.string(),
  changedPlaces: z.array(z.string()),
  files: z.array(taskFile),
  reportedBy: z.string(),
  reportedAt: z.string(),
  /** Null: it waits for whoever gave the task. */
  isAccepted: z.boolean().nullable(),
  remark: z.string().nullable(),
  judgedBy: z.string().nullable(),
})

export const revisionTaskRow = z.object({
  id: z.uuid(),
  departmentId: z.uuid(),
  departmentName: z.string(),
  personName: z.string().nullable(),
  text: z.string(),
  comment: z.object({ id: z.uuid(), number: z.string(), unitName: z.string() }).nullable(),
  place: planPlace.nullable(),
  dueOn: z.string(),
  due: dueView,
  assignedBy: z.string(),
  state: z.enum(TASK_STATES),
  withdrawnBecause: z.string().nullable(),
  reports: z.array(taskReport),
  /** Attached for the report that comes. */
  files: z.array(taskFile),
  /** The places that read otherwise than when the task was given. */
  changedSince: z.array(planPlace),
  /** The caller is the one, or of the department, that must do it. */
  isMine: z.boolean(),
  /** The caller gave it, or leads the department that holds the plan. */
  mayWithdraw: z.boolean(),
  /** Of these, whoever has not reported it. */
  mayJudge: z.boolean(),
})
export type RevisionTaskRow = z.output<typeof revisionTaskRow>

const ofTask = z.object({ taskId: z.uuid() })
/** A file that shows what was done. */
export const ofProof = z.object({ taskId: z.uuid(), proofId: z.uuid() })

export const taskRoutes = {
  assignTask: route({
    method: 'post',
    path: '/plans/:planId/revision-tasks',
    summary: 'Ask a department, or somebody of it, to complete a part of the plan by a day',
    params: z.object({ planId: z.uuid() }),
    body: taskForm,
    reply: revisionTaskRow,
    deed: deeds.taskAssigned,
  }),
  completeTask: route({
    method: 'put',
    path: '/revision-tasks/:taskId/completion',
    summary: 'The department has done its part, and shows where',
    params: ofTask,
    body: taskResultForm,
    reply: revisionTaskRow,
    deed: deeds.taskDone,
  }),
  acceptTask: route({
    method: 'put',
    path: '/revision-tasks/:taskId/acceptance',
    summary: 'Whoever gave the task takes what was done',
    params: ofTask,
    body: taskAcceptanceForm,
    reply: revisionTaskRow,
    deed: deeds.taskAccepted,
  }),
  returnTask: route({
    method: 'post',
    path: '/revision-tasks/:taskId/returns',
    summary: 'What was reported is not enough: the task is open again, with words',
    params: ofTask,
    body: taskRemarkForm,
    reply: revisionTaskRow,
    deed: deeds.taskReturned,
  }),
  withdrawTask: route({
    method: 'put',
    path: '/revision-tasks/:taskId/withdrawal',
    summary: 'A task need not be done any more, with the reason',
    params: ofTask,
    body: taskRemarkForm,
    reply: revisionTaskRow,
    deed: deeds.taskWithdrawn,
  }),
  attachTaskFile: route({
    method: 'post',
    path: '/revision-tasks/:taskId/files',
    summary: 'Attaches a file that has come in whole to the report that comes',
    params: ofTask,
    body: z.strictObject({ uploadId: z.uuid() }),
    reply: taskFile,
    deed: deeds.taskFileAttached,
    quiet: true,
  }),
  removeTaskFile: route({
    method: 'delete',
    path: '/revision-tasks/:taskId/files/:proofId',
    summary: 'Takes a file away that was not reported yet',
    params: ofProof,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.taskFileRemoved,
    quiet: true,
  }),
} as const
