import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { store } from '../../store.ts'

/** A file that was chosen on this machine and is not yet where it belongs. */
export type WaitingFile = {
  uploadId: string
  /** Whose it is and what it belongs to, as of typed words: `account/slice/…`. */
  document: string
  /** Where in that document; null: the whole of it. */
  place: string | null
  name: string
  size: number
  content: Blob
  chosenAt: string
  /** The page where it was chosen. */
  page: string
}

export type FileState =
  | { kind: 'waits' | 'checking' | 'signedOut' }
  | { kind: 'sending'; sent: number }
  | { kind: 'refused'; reason: string }

export type StandingFile = WaitingFile & {
  state: FileState
  /** In the browser's own database; otherwise it goes with this page. */
  isKept: boolean
}

/** Everything that waits in this browser, whoever's it is; a page shows its own. */
export const waitingFiles = store<readonly StandingFile[]>([])

/** Called when there is something to send; the shell says who sends. */
let wake: () => void = () => undefined
export function whenFilesWait(send: () => void): void {
  wake = send
}

interface Files extends DBSchema {
  files: { key: string; value: WaitingFile }
}

let opened: Promise<IDBPDatabase<Files>> | undefined

function database(): Promise<IDBPDatabase<Files>> {
  opened ??= openDB<Files>('training-year-files', 1, {
    upgrade: (db) => void db.createObjectStore('files', { keyPath: 'uploadId' }),
    terminated: () => void (opened = undefined),
  })
  return opened
}

/** Kept on this machine first, so that a lost line or a closed tab loses nothing; then sent. */
export async function addFile(file: WaitingFile): Promise<void> {
  const isKept = await keep(file).catch(() => false)
  waitingFiles.set([...waitingFiles.get(), { ...file, state: { kind: 'waits' }, isKept }])
  wake()
}

/** Seen here to be nothing that can be sent: it is told, and takes no room. */
export function addRefused(file: WaitingFile, reason: string): void {
  const state = { kind: 'refused', reason } as const
  waitingFiles.set([...waitingFiles.get(), { ...file, state, isKept: true }])
}

async function keep(file: WaitingFile): Promise<boolean> {
  const change = (await database()).transaction('files', 'readwrite', { durability: 'strict' })
  await Promise.all([change.store.put(file), change.done])
  return true
}

/** It has arrived, or is not wanted any more. */
export async function dropFile(uploadId: string): Promise<void> {
  waitingFiles.set(waitingFiles.get().filter((file) => file.uploadId !== uploadId))
  await database()
    .then((db) => db.delete('files', uploadId))
    .catch(() => undefined)
}

export async function isStillKept(uploadId: string): Promise<boolean> {
  return (await database()).getKey('files', uploadId).then((key) => key !== undefined)
}

export function setFileState(uploadId: string, state: FileState): void {
  const files = waitingFiles.get()
  waitingFiles.set(files.map((file) => (file.uploadId === uploadId ? { ...file, state } : file)))
}

/** What an earlier page or another window has left, beside what this one knows. */
export async function findWaitingFiles(): Promise<void> {
  const found = await database()
    .then((db) => db.getAll('files'))
    .catch(() => [])
  const known = new Set(waitingFiles.get().map(({ uploadId }) => uploadId))
  const added = found.filter(({ uploadId }) => !known.has(uploadId))
  if (added.length === 0) return
  const standing = added.map((file) => ({
    ...file,
    state: { kind: 'waits' } as const,
    isKept: true,
  }))
  waitingFiles.set([...waitingFiles.get(), ...standing])
}

/** Tried again at once, and not only when the next turn comes. */
export function tryAgain(uploadId: string): void {
  setFileState(uploadId, { kind: 'waits' })
  wake()
}
