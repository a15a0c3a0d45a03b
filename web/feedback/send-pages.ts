import { sendFile } from '../kit/files/send-file.ts'
import type { ScannedPage } from './ScannedPages.tsx'

const sent = new Set<string>()

/** One after the other; what has arrived is not sent a second time when one of them is refused. */
export async function sendPages(
  pages: readonly ScannedPage[],
  onBegun: (nth: number) => void,
): Promise<void> {
  for (const [index, { scanId, name, size, content }] of pages.entries()) {
    if (!content || sent.has(scanId)) continue
    onBegun(index + 1)
    await sendFile({ uploadId: scanId, name, size, content }, () => undefined)
    sent.add(scanId)
  }
}
