import { attendanceOfClass } from '../db/classes/attendance.ts'
import { sheetOfCertificate, sheetsOfClass } from '../db/classes/certificate-sheets.ts'
import { certificatesOfClass } from '../db/classes/certificates-view.ts'
import { learningOf, teachingOf } from '../db/classes/learning.ts'
import { remarksOn } from '../db/classes/ratings.ts'
import { teachingPerformers } from '../db/classes/teaching.ts'
import { marksOfClass } from '../db/classes/test-marks.ts'
import { certificateRoutes } from '../domain/classes/certificates.contract.ts'
import { learningRoutes } from '../domain/classes/learning.contract.ts'
import { ratingRoutes } from '../domain/classes/rating.contract.ts'
import { teachingRoutes } from '../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../domain/classes/test-marks.contract.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'

/** Attendance, marks, certificates, and everybody's own pages of them. */
export function mountTeaching(mounting: Mounting): void {
  mountReading(mounting, teachingRoutes.attendance, (entered, { params }) =>
    attendanceOfClass(entered, params.classId),
  )
  mountReading(mounting, testMarkRoutes.marks, (entered, { params }) =>
    marksOfClass(entered, params.classId),
  )
  mountReading(mounting, certificateRoutes.certificates, (entered, { params }) =>
    certificatesOfClass(entered, params.classId),
  )
  mountReading(mounting, certificateRoutes.certificateSheets, (entered, { params }) =>
    sheetsOfClass(entered, params.classId),
  )
  mountReading(mounting, certificateRoutes.certificateSheet, (entered, { params }) =>
    sheetOfCertificate(entered, params.certificateId),
  )
  mountReading(mounting, learningRoutes.myLearning, (entered) =>
    learningOf(entered, entered.caller.officialId),
  )
  mountReading(mounting, learningRoutes.officialLearning, (entered, { params }) =>
    learningOf(entered, params.officialId),
  )
  mountReading(mounting, ratingRoutes.remarks, (entered, { params }) =>
    remarksOn(entered, params.classId),
  )
  mountReading(mounting, learningRoutes.myTeaching, (entered) => teachingOf(entered))
  for (const performer of teachingPerformers) mountDeed(mounting, performer)
}
