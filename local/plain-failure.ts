/** Something the person at the keyboard can act on: said in both languages, without a stack trace. */
export class PlainFailure extends Error {
  readonly vi: string
  readonly en: string

  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(`${vi}\n${en}`, options)
    this.vi = vi
    this.en = en
  }
}

const noSpace = /ENOSPC|no space left on device|disk full/i

/** Turns what a tool or the system said into words to act on, where the cause is recognisable. */
export function inPlainWords(error: unknown): PlainFailure | undefined {
  if (error instanceof PlainFailure) return error
  if (!noSpace.test(String(error))) return undefined
  return new PlainFailure(
    'Ổ đĩa đã đầy. Hãy giải phóng ít nhất 1 GB rồi chạy lại: công việc đã lưu vẫn còn nguyên.',
    'The disk is full. Free at least 1 GB and start again: what was saved is still there.',
    { cause: error },
  )
}
