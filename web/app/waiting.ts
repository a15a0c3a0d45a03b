import { connection } from '../connection.ts'
import { sendLeft } from '../kit/autosave/box.ts'
import { browserCopies, type LocalCopy } from '../kit/autosave/local-copy.ts'
import { afterLeaving, isInHand, isOpenHere, leave, takePen } from '../kit/autosave/pen.ts'
import type { Save, SaveState } from '../kit/autosave/save-state.ts'
import { createSaver } from '../kit/autosave/saver.ts'
import { queryClient } from '../reading.ts'
import { store } from '../store.ts'

export type WaitingText = {
  copy: LocalCopy
  why: 'unsent' | 'conflict' | 'refused' | 'unknown'
  reason?: string
}

/** What this person typed in this browser, on pages that are not open now, and nobody has yet. */
export const waiting = store<readonly WaitingText[]>([])

/** What became of a text the last time; it is tried again when it has changed. */
const tried = new Map<string, WaitingText>()
let under: Promise<void> = Promise.resolve()

/** Sends what waits, one text after the other, and tells what is left. */
export function sendWaiting(accountId: string): Promise<void> {
  under = under.then(() => sendAll(accountId)).catch(() => undefined)
  return under
}

export async function dropWaiting(accountId: string, { document }: LocalCopy): Promise<void> {
  for (const copy of await browserCopies.startingWith(`${document}#`))
    if (!(await isInHand(copy.writer))) await browserCopies.remove(copy)
  return sendWaiting(accountId)
}

async function sendAll(accountId: string): Promise<void> {
  let isAnySent = false
  for (const copy of await left(accountId)) {
    if (!connection.get().online) break
    const before = tried.get(copy.document)
    if (before && before.copy.typedAt === copy.typedAt && before.why !== 'unsent') continue
    if (await send(copy)) isAnySent = true
  }
  const rest = await left(accountId)
  waiting.set(rest.map((copy) => ({ ...(tried.get(copy.document) ?? { why: 'unsent' }), copy })))
  if (isAnySent) await queryClient.invalidateQueries()
}

/** The copies of this account, one a document, that nobody is writing. */
async function left(accountId: string): Promise<LocalCopy[]> {
  const found = new Map<string, LocalCopy>()
  for (const copy of await browserCopies.startingWith(`${accountId}/`))
    if (!isOpenHere(copy.document) && !(await isInHand(copy.writer))) found.set(copy.document, copy)
  return [...found.values()]
}

/** As its page would do it; whoever opens that page meanwhile waits for this to end. */
async function send(copy: LocalCopy): Promise<boolean> {
  const { document, page } = copy
  const [, slice] = document.split('/')
  if (slice === 'attendance') return sendAttendance(copy)
  if (slice === 'hall') return sendOfHall(copy)
  const save = await saveOf(document)
  if (!save) {
    tried.set(document, { copy, why: 'unknown' })
    return false
  }
  const pen = takePen(document)
  let state: SaveState<unknown> = { kind: 'none' }
  const saver = createSaver<unknown>({
    document,
    writer: pen.id,
    isInHand,
    page,
    server: { value: copy.base, revision: copy.revision },
    save,
    copies: browserCopies,
    onChange: (_, next) => void (state = next),
  })
  const sending = afterLeaving(document)
    .then(saver.start)
    .then(saver.flush)
    .finally(() => {
      saver.stop()
      pen.layDown()
    })
  leave(
    document,
    sending.then(() => undefined),
  )
  const isSent = await sending
  remember(saver.copy(), state)
  return isSent
}

/** Taps are no text: they have an outbox of their own. */
async function sendAttendance(copy: LocalCopy): Promise<boolean> {
  const { document } = copy
  const { attendanceBox } = await import('../classes/send-attendance.ts')
  const { refused, clashes, taps } = await sendLeft(attendanceBox, copy)
  if (refused) tried.set(document, { copy, why: 'refused', reason: refused })
  else if (clashes.length > 0) tried.set(document, { copy, why: 'conflict' })
  else tried.delete(document)
  return taps.size === 0
}

/** Of a conference the same; words that were not finished wait for their page. */
async function sendOfHall(copy: LocalCopy): Promise<boolean> {
  const { hallBox } = await import('../feedback/hall-sending.ts')
  const { items, refused } = await sendLeft(hallBox, copy)
  const [first] = refused
  if (first) tried.set(copy.document, { copy, why: 'refused', reason: first.reason })
  else tried.delete(copy.document)
  return items.length === 0
}

function remember(copy: LocalCopy, state: SaveState<unknown>): void {
  const { document } = copy
  if (state.kind === 'conflict') tried.set(document, { copy, why: 'conflict' })
  else if (state.kind === 'refused')
    tried.set(document, { copy, why: 'refused', reason: state.reason })
  else tried.delete(document)
}

/** By the name of a document, `account/slice/…`; the slices are fetched only when something waits. */
async function saveOf(document: string): Promise<Save<unknown> | null> {
  const [, slice, ...rest] = document.split('/')
  if (slice === 'draft') return (await import('../draft/part-saves.ts')).saveOfPart(rest.join('/'))
  if (slice !== 'answer' && slice !== 'assisted') return null
  const { answerSave, assistedSave } = await import('../feedback/answer-save.ts')
  // a copy under this name was put there by the answer's page, so it has its shape
  return (slice === 'answer' ? answerSave : assistedSave)(rest.join('/')) as Save<unknown>
}
