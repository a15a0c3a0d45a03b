/** The minutes of a class that was held, and those of them that belonged to questions. */
export type ClassHours = { minutes: number; questionMinutes: number }

export type QuestionShare = {
  percent: number
  /** Classes with sessions, and those of them that gave questions their share. */
  classes: number
  reached: number
}

/**
 * How much of the time belonged to questions (S3.12): of all hours of the year, and how many classes
 * reach it each for itself, because a mean hides those that do not. Null where no hour was held.
 */
export function questionShareOf(
  held: readonly ClassHours[],
  leastPercent: number | null,
): QuestionShare | null {
  const taught = held.filter(({ minutes }) => minutes > 0)
  const total = taught.reduce((sum, { minutes }) => sum + minutes, 0)
  if (total === 0) return null
  const asked = taught.reduce((sum, { questionMinutes }) => sum + questionMinutes, 0)
  return {
    percent: percentOf(asked, total),
    classes: taught.length,
    reached: taught.filter((each) => shareOfClass(each) >= (leastPercent ?? 0)).length,
  }
}

/** To one decimal, as the targets are written: a third is 33,3. */
export function shareOfClass({ questionMinutes, minutes }: ClassHours): number {
  return minutes === 0 ? 0 : percentOf(questionMinutes, minutes)
}

function percentOf(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10
}
