import type { ClassMoment } from '../domain/classes/class-calendar.ts'
import type { Asked } from './messages.ts'

/** A step of a process waits until this instant (ISO) for a person, then does `moment` itself. */
export type NextMoment = { moment: string; at: string } | null

export type ClassStanding = { state: string; next: { moment: ClassMoment; at: string } | null }

export type YearStanding = { phase: string; isClosed: boolean; next: NextMoment }

/**
 * What the processes ask of the world. Each is safe to do twice; ids and states go in and out,
 * never content and never a person's data.
 */
export type Ports = {
  /** A person's deed, laid down under its key. Local: one short transaction. */
  performDeed(asked: Asked): Promise<{ state: string; id?: string | undefined } | null>

  yearStanding(of: { cycleId: string }): Promise<YearStanding>
  enterPhase(of: { cycleId: string; phase: string }): Promise<void>
  closeYear(of: { cycleId: string }): Promise<void>
  remindOfTasks(of: { cycleId: string; upTo: string }): Promise<void>
  openYear(of: { unitCode: string; planYear: number | null }): Promise<void>

  openObligations(of: { roundId: string }): Promise<void>
  nextOfRound(of: { roundId: string }): Promise<NextMoment>
  remindUnits(of: { roundId: string; moment: string }): Promise<void>
  closeRound(of: { roundId: string }): Promise<{ isClosed: boolean }>

  standingOfApproval(of: { approvalId: string }): Promise<{ state: string; next: NextMoment }>
  closeVoting(of: { approvalId: string }): Promise<{ state: string }>

  standingOfClass(of: { classId: string }): Promise<ClassStanding>
  openNominations(of: { classId: string }): Promise<void>
  closeNominations(of: { classId: string }): Promise<void>
  endReleases(of: { classId: string }): Promise<void>
  fixList(of: { classId: string }): Promise<void>
  fillSeats(of: { classId: string }): Promise<void>
  beginClass(of: { classId: string }): Promise<void>
  endClass(of: { classId: string }): Promise<void>
  standingOfInspection(of: { inspectionId: string }): Promise<{ state: string; next: NextMoment }>
  comeToMoment(of: { inspectionId: string; moment: string }): Promise<void>
  standingOfCommendation(of: {
    commendationId: string
  }): Promise<{ state: string; next: NextMoment }>
  endFiling(of: { commendationId: string }): Promise<void>
  closeCouncil(of: { commendationId: string }): Promise<{ state: string }>

  doJobPage(of: { jobId: string }): Promise<{ left: number }>

  raiseAttention(of: { workflowId: string; step: string; error: string }): Promise<{ id: string }>
}
