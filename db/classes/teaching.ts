import type { Performer } from '../performer.ts'
import { issueCertificates } from './ask-certificates.ts'
import { takeAttendance } from './attendance.ts'
import { reissueCertificate, revokeCertificate } from './end-certificate.ts'
import { closeClass, closeMarking, settleClass } from './settle.ts'
import { giveMarks } from './test-marks.ts'

export const teachingPerformers: Performer[] = [
  takeAttendance,
  giveMarks,
  closeMarking,
  issueCertificates,
  revokeCertificate,
  reissueCertificate,
  settleClass,
  closeClass,
]
