import type { LocalCopy } from './local-copy.ts'
import { type Clash, isSame, mergeEdits } from './merge.ts'
import { readAt } from './place-in.ts'
import type { SaveState, Theirs } from './save-state.ts'

type Conflict<T> = Extract<SaveState<T>, { kind: 'conflict' }>

const doubtsKept = 20

/** How a document stands between this machine and the server: what was begun from, what is here. */
export class Standing<T> {
  value: T
  base: T
  revision: number
  /** Sent, with no word of their arrival. */
  doubtful: readonly T[] = []
  /** Set while a person has to choose; what both began from stays as it was until then. */
  other: Theirs<T> | null = null

  constructor(server: { value: T; revision: number }) {
    this.value = server.value
    this.base = server.value
    this.revision = server.revision
  }

  isOnServer(): boolean {
    return isSame(this.value, this.base) && this.doubtful.length === 0
  }

  /** Remembered before it leaves: the tab may close while it is under way. */
  send(): T {
    this.doubtful = [...this.doubtful, this.value].slice(-doubtsKept)
    return this.value
  }

  /** The server has said that it did not take what was sent last. */
  notTaken(): void {
    this.doubtful = this.doubtful.slice(0, -1)
  }

  /** From here on, this is what was begun from. */
  ground(theirs: Theirs<T>): void {
    this.other = null
    this.base = theirs.value
    this.revision = theirs.revision
    this.doubtful = []
  }

  /** Mixes what the server has by now with what stands here; null where nothing clashes. */
  takeIn(theirs: Theirs<T>): Conflict<T> | null {
    const { value, clashes } = mergeEdits(this.base, this.value, theirs.value, this.doubtful)
    this.value = value
    if (clashes.length === 0) {
      this.ground(theirs)
      return null
    }
    this.other = theirs
    const { by, at } = theirs
    return { kind: 'conflict', clashes, theirs: theirs.value, ...(by && { by }), ...(at && { at }) }
  }

  /** Goes on where an earlier visit stopped; a conflict where the server has gone on as well. */
  goOnWith(left: LocalCopy): Conflict<T> | null {
    const now = { value: this.base, revision: this.revision }
    // The copy was put there by this very document, so it has its shape.
    this.base = left.base as T
    this.value = left.value as T
    this.doubtful = left.doubtful as T[]
    this.revision = left.revision
    return left.revision >= now.revision ? null : this.takeIn(now)
  }

  /** Whoever goes on typing while two texts stand there chooses between what they see. */
  asItStands(conflict: Conflict<T>): Conflict<T> {
    const now = (clash: Clash) => ({ ...clash, mine: readAt(this.value, clash.path) })
    return { ...conflict, clashes: conflict.clashes.map(now) }
  }
}
