import fc from 'fast-check'
import { it } from 'vitest'

/** A rule that holds for every value, as a test: `test.prop([anyDay])('…', (day) => …)`. */
function prop<const Values extends [unknown, ...unknown[]]>(arbitraries: {
  [K in keyof Values]: fc.Arbitrary<Values[K]>
}) {
  return (sentence: string, rule: (...values: Values) => void): void => {
    it(sentence, () => {
      fc.assert(fc.property(...arbitraries, rule), { numRuns: 200 })
    })
  }
}

export const test = { prop }
export { fc }
