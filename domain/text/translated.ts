/** The same keys as the Vietnamese dictionary, each with a sentence of its own. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>
}
