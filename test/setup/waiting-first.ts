import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take longest and mostly wait: what computes beside them is done when they end. */
const waiting = ['e2e/walk', 'faults/every-deed']

/** Whole products, killed servers and browsers; those that take longest begin first. */
const long = [
  'e2e/s2-day',
  'e2e/typed-words',
  'e2e/beside',
  'faults/once',
  'faults/postgres-killed',
  'local/start',
]
const wholeProducts = ['day', 'e2e', 'faults', 'local']

function rank({ moduleId, project }: TestSpecification): number {
  const isOne = (name: string) => moduleId.endsWith(`/${name}.test.ts`)
  if (waiting.some(isOne)) return waiting.findIndex(isOne)
  const isQuick = !wholeProducts.includes(project.name)
  const nth = long.findIndex(isOne)
  return waiting.length + (isQuick ? 0 : 1 + (nth < 0 ? long.length : nth))
}

/** All lanes are busy to the end, and each of them does the two things at once. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
