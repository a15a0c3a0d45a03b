import { useState } from 'react'
import type { SheetView } from '../../domain/feedback/answer-sheet.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { ReplyOf } from '../../domain/grammar/route.ts'
import { useDeed } from '../deed.ts'
import { sendFile } from '../kit/files/send-file.ts'
import { newKey } from '../key.ts'

export type FilledSheet = {
  /** What it would do, until it is taken or laid aside. */
  seen: SheetView | null
  isReading: boolean
  isTaking: boolean
  problem: Error | null
  look: (file: File) => Promise<void>
  take: (fromSheet: string[]) => Promise<ReplyOf<typeof routes.takeSheet> | null>
  layAside: () => void
}

/** A workbook on its way into the answer: sent, looked at, and taken when a person says so. */
export function useFilledSheet(answerId: string): FilledSheet {
  const check = useDeed(routes.checkSheet, { touches: [] })
  const taking = useDeed(routes.takeSheet, { touches: [routes.myAnswer] })
  const [sent, setSent] = useState<{ uploadId: string; seen: SheetView | null } | null>(null)
  const [isReading, setReading] = useState(false)
  const [notSent, setNotSent] = useState<Error | null>(null)

  async function look(file: File): Promise<void> {
    setReading(true)
    setNotSent(null)
    check.reset()
    taking.reset()
    const uploadId = newKey()
    try {
      const { name, size } = file
      await sendFile({ uploadId, name, size, content: file }, () => undefined)
      const seen = await check.send({ params: { answerId }, body: { uploadId } })
      setSent({ uploadId, seen })
    } catch (error) {
      setNotSent(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setReading(false)
    }
  }

  async function take(fromSheet: string[]) {
    if (!sent?.seen) return null
    const { uploadId, seen } = sent
    const body = { uploadId, fromSheet }
    const taken = await taking.send({ params: { answerId }, body }, seen.revision)
    if (taken) setSent(null)
    return taken
  }

  return {
    seen: sent?.seen ?? null,
    isReading,
    isTaking: taking.sending,
    problem: notSent ?? check.problem ?? taking.problem,
    look,
    take,
    layAside: () => setSent(null),
  }
}
