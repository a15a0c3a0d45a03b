import { isRefused, sendFile } from '../kit/files/send-file.ts'
import {
  dropFile,
  findWaitingFiles,
  isStillKept,
  setFileState,
  type StandingFile,
  waitingFiles,
  whenFilesWait,
} from '../kit/files/waiting-files.ts'
import { Problem } from '../problem.ts'

const tryEveryMs = 15_000

/** Sends what this person has chosen in this browser, one file after the other, whatever page is open. */
export function startSendingFiles(accountId: string): () => void {
  let under: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const send = () => {
    under = under.then(() => (isOver ? undefined : round())).catch(() => undefined)
  }
  async function round(): Promise<void> {
    clearTimeout(timer)
    await findWaitingFiles()
    for (const file of waitingOf(accountId)) if (!isOver && !(await sendOne(file))) break
    if (waitingOf(accountId).length > 0 && !isOver) timer = setTimeout(send, tryEveryMs)
  }
  whenFilesWait(send)
  window.addEventListener('online', send)
  send()
  return () => {
    isOver = true
    clearTimeout(timer)
    window.removeEventListener('online', send)
    whenFilesWait(() => undefined)
  }
}

function waitingOf(accountId: string): StandingFile[] {
  return waitingFiles
    .get()
    .filter(
      ({ document, state }) => document.startsWith(`${accountId}/`) && state.kind !== 'refused',
    )
}

/** False: the line or the session is gone, and there is no use in trying the next one now. */
async function sendOne(file: StandingFile): Promise<boolean> {
  const { uploadId, size } = file
  // another window has sent it, or it was taken away there
  if (file.isKept && !(await isStillKept(uploadId))) {
    await dropFile(uploadId)
    return true
  }
  try {
    const attach = await attachOf(file)
    await sendFile(file, (sent) =>
      setFileState(uploadId, sent < size ? { kind: 'sending', sent } : { kind: 'checking' }),
    )
    await attach(uploadId, file.place)
    await dropFile(uploadId)
    return true
  } catch (error) {
    if (isRefused(error)) {
      setFileState(uploadId, { kind: 'refused', reason: wordsOf(error) })
      return true
    }
    const isSignedOut = error instanceof Problem && error.status === 401
    setFileState(uploadId, { kind: isSignedOut ? 'signedOut' : 'waits' })
    return false
  }
}

function wordsOf({ title, errors }: Problem): string {
  return errors[0]?.detail ?? title
}

type Attach = (uploadId: string, place: string | null) => Promise<unknown>

/** By the name of a document, `account/slice/…`; the slices are fetched only when something waits. */
async function attachOf({ document }: StandingFile): Promise<Attach> {
  const [, slice, id = '', part = ''] = document.split('/')
  if (slice === 'photos') return (await import('../inspection/attach-photo.ts')).attachTo(id, part)
  if (slice === 'tasks') return (await import('../revision/attach-task-file.ts')).attachTo(id)
  if (slice !== 'answer') throw new Error(`nobody attaches files to ${slice}`)
  return (await import('../feedback/attach-file.ts')).attachTo(id)
}
