import { store } from './store.ts'

export type Connection = {
  online: boolean
  /** When the server last answered. */
  reachedAt: Date | null
  /** Requests that wait for the server to come back, with the same key. */
  waiting: number
}

export const connection = store<Connection>({ online: true, reachedAt: null, waiting: 0 })

export function reached(): void {
  connection.set({ ...connection.get(), online: true, reachedAt: new Date() })
}

export function lost(): void {
  connection.set({ ...connection.get(), online: false })
}

export function waitingFor(change: 1 | -1): void {
  const now = connection.get()
  connection.set({ ...now, waiting: now.waiting + change })
}

/** Asks the server again as soon as the machine believes that it has a line. */
export function watchConnection(onBack: () => void): void {
  window.addEventListener('offline', lost)
  window.addEventListener('online', () => {
    connection.set({ ...connection.get(), online: true })
    onBack()
  })
}
