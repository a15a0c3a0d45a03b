/** How long one statement may last, in milliseconds: below the time-out of the activity it is part of. */
export const statementPatience = {
  /** What is written to every unit at once. */
  ofWide: 290_000,
  /** Everything else that is set-based or slow. */
  ofSteps: 55_000,
  /** A person's deed, inside a workflow task. */
  ofDeeds: 900,
} as const
