import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isWalk = ({ moduleId }: TestSpecification) => moduleId.endsWith('/e2e/walk.test.ts')

/** The walked year takes longest and mostly waits: what starts beside it is done when it ends. */
export class WalkFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => Number(isWalk(other)) - Number(isWalk(one)))
  }
}
