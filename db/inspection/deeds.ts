import type { Performer } from '../performer.ts'
import { announceInspection, cancelInspection, consentToVisit } from './announce.ts'
import { issueResult } from './issue.ts'
import { changeTeam } from './change-team.ts'
import { countersignMinutes, drawMinutes, signMinutes } from './minutes.ts'
import { attachPhoto, removePhoto } from './photos.ts'
import { editChecklist, editInspection, planInspection } from './plan.ts'
import { putOffVisit } from './put-off.ts'
import { acceptRemedy, answerRemedy, returnRemedy } from './remedies.ts'
import { answerFindings } from './replies.ts'
import { draftResult, passResult, returnResult } from './result.ts'
import { sendReport, writeReport } from './self-report.ts'
import { beginVisit, sumUp, writeFinding } from './visit.ts'
import { writeReplies, writeResult } from './writing.ts'

export const inspectionPerformers: Performer[] = [
  planInspection,
  editInspection,
  editChecklist,
  announceInspection,
  cancelInspection,
  putOffVisit,
  changeTeam,
  consentToVisit,
  writeReport,
  sendReport,
  beginVisit,
  writeFinding,
  attachPhoto,
  removePhoto,
  sumUp,
  drawMinutes,
  signMinutes,
  countersignMinutes,
  writeReplies,
  answerFindings,
  writeResult,
  draftResult,
  returnResult,
  passResult,
  issueResult,
  answerRemedy,
  acceptRemedy,
  returnRemedy,
]
