import { store } from './store.ts'

/** Whether something typed here has not reached the server: then nobody is signed out. */
export const unsent = store(false)
