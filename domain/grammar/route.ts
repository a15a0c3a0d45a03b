import type { z } from 'zod'
import type { Deed, Role, Scope } from './deed.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** A process that must be told: its deeds go through Temporal, by the id of its workflow. */
export type Moves =
  | 'trainingCycle'
  | 'consultation'
  | 'approval'
  | 'trainingClass'
  | 'inspection'
  | 'commendation'

type Shape = {
  method: Method
  /** Below /api; nouns, with :params that `params` describes. */
  path: `/${string}`
  /** One English sentence for the API document. */
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  reply: z.ZodType
  /** Open also to whoever must change a given password first. */
  ownAccount?: true
}

/** A reading: who may look and over what. `records` is visible on purpose: nothing. */
export type Reading = Shape & {
  method: 'get'
  by: readonly Role[] | 'signedIn' | 'anyone'
  over: Scope | 'nothing'
  records: null
}

/** A deed: its table entry says who, over what and in which state; the register writes its name. */
export type Doing = Shape & {
  deed: Deed
  /** The edit must carry If-Match with the revision it was made on. */
  revision?: true
  moves?: Moves
  /** It writes to every unit there is: its process gives it a minute instead of a second. */
  forAllUnits?: true
  /** Drafts are saved without a register row and without a command row (settled 10). */
  quiet?: true
}

export type Route = Reading | Doing

/** Keeps the literal types of an entry; leaving out who may call it does not compile. */
export function route<const R extends Route>(entry: R): R {
  return entry
}

export type ReplyOf<R extends Route> = z.output<R['reply']>
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Given<S> = S extends z.ZodType ? z.input<S> : undefined
/** What a handler gets, parsed. */
export type InputOf<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
}
/** What a caller of the API gives. */
export type GivenOf<R extends Route> = {
  params: Given<R['params']>
  query: Given<R['query']>
  body: Given<R['body']>
}

export function isDoing(entry: Route): entry is Doing {
  return 'deed' in entry
}
