/** 'GY-2027-0138': by the order of unit codes when the round opens, never used again. */
export function answerNumber(planYear: number, ordinal: number): string {
  return `GY-${planYear}-${String(ordinal).padStart(4, '0')}`
}

/** What is quoted of an answer that was taken back and sent again: 'GY-2027-0138/2'. */
export function answerNumberWithVersion(number: string, version: number): string {
  return `${number}/${version}`
}

/** The number of one comment of an answer: 'GY-2027-0138.4'. */
export function commentNumber(number: string, position: number): string {
  return `${number}.${position}`
}
