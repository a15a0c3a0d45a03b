/** The words between the door and the processes. Names only: the API loads no workflow code. */

/** All a process is told of a deed: the key under which the command lies in PostgreSQL. */
export type Asked = {
  key: string
  /** It writes to every unit there is, and is given the time for that. */
  forAllUnits?: true
}

/** The one update for deeds of persons; which deed it is stands in the command. */
export const doDeed = 'doDeed'

/** A date or holiday was moved: read the calendar again. */
export const calendarChanged = 'calendarChanged'

/** A plan reached a new state in its own approval. */
export const planMoved = 'planMoved'
export type PlanMoved = { planId: string; state: string }

/** A consultation has ended, by its timer or early. */
export const consultationEnded = 'consultationEnded'
export type ConsultationEnded = { roundId: string }

/** How a refusal travels from a worker: the failure's type is the code, this its first detail. */
export type RefusalDetail = {
  kind: string
  params: Record<string, string | number>
  faults: { code: string; at: string; params?: Record<string, string | number> }[]
}

/** An operator's answer to a step that finally failed. */
export const attentionResolved = 'attentionResolved'
export type AttentionResolved = { id: string; resolution: 'RETRY' | 'SKIP' }
