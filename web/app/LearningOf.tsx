import { learningRoutes } from '../../domain/classes/learning.contract.ts'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { Group } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

const LearningRecord = fetchedLater(() =>
  import('../classes/LearningRecord.tsx').then((found) => found.LearningRecord),
)

/** What an official has learnt, on a page of another word. */
export function LearningOf({ officialId }: { officialId: string }) {
  const t = useText()
  const found = useReading(learningRoutes.officialLearning, { params: { officialId } })
  return (
    <>
      <Group title={t('classes.teaching.learning.record')} />
      <Shown reading={found}>{({ classes }) => <LearningRecord classes={classes} />}</Shown>
    </>
  )
}
