/** The workflow ids: a process is found by what it belongs to, so nothing starts twice. */
export const processIds = {
  cycle: (unitCode: string, planYear: number) => `cycle/${unitCode}/${planYear}`,
  consultation: (unitCode: string, planYear: number, round: number) =>
    `cycle/${unitCode}/${planYear}/consultation/${round}`,
  approval: (planId: string, number: number) => `plan/${planId}/approval/${number}`,
  trainingClass: (classId: string) => `class/${classId}`,
  inspection: (inspectionId: string) => `inspection/${inspectionId}`,
  commendation: (unitCode: string, planYear: number, kind: string) =>
    `commendation/${unitCode}/${planYear}/${kind}`,
  job: (jobId: string) => `job/${jobId}`,
  starter: (unitCode: string) => `cycle-starter/${unitCode}`,
}
