/**
 * Work beside the step that all wait for: it stands in the inbox of whoever it is given to, and
 * nothing waits until it is done.
 */
export const besideTheStep: readonly string[] = [
  'feedback.follow',
  'feedback.readAhead',
  'feedback.oversee',
  'feedback.minutes',
  'feedback.signMinutes',
  'cycle.openNext',
  'cycle.close',
  'cycle.confirmHolidays',
  'papers.openSeries',
  'classes.rate',
]
