import { store } from '../store.ts'

/** Whether the present page has an action bar of its own at its foot. */
export const barOn = store(false)
