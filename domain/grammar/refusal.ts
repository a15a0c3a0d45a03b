/** What kind of "no" it is; the API edge gives each its HTTP status. */
export type RefusalKind =
  | 'invalid' // 422: the content breaks a rule
  | 'wrong-state' // 409: right deed, wrong moment
  | 'stale' // 412: somebody changed it first
  | 'not-allowed' // 403: one sees it but may not do this
  | 'not-found' // 404: it is not there, or not for this person
  | 'unauthenticated' // 401
  | 'too-many' // 429
  | 'unavailable' // 503: try again with the same key

export type RefusalParams = Readonly<Record<string, string | number>>

/** One place of the input that is wrong. `at` is a JSON pointer into the body. */
export type Fault = { code: string; at: string; params?: RefusalParams }

type More = {
  params?: RefusalParams
  faults?: readonly Fault[]
  /** What the reader needs to mend it, for example both texts of an edit conflict. */
  details?: unknown
  retryAfterSeconds?: number
}

/**
 * The one way to say no. `code` is `<word>.<kebab-fact>`; its sentence stands in
 * domain/text/{vi,en}/<word>.ts under `refusals`.
 */
export class Refusal extends Error {
  readonly code: string
  readonly kind: RefusalKind
  readonly params: RefusalParams
  readonly faults: readonly Fault[]
  readonly details: unknown
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, kind: RefusalKind, more: More = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.kind = kind
    this.params = more.params ?? {}
    this.faults = more.faults ?? []
    this.details = more.details
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}
