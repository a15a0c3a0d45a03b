import { learningRoutes } from '../../domain/classes/learning.contract.ts'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { LearningRecord } from './LearningRecord.tsx'

/** My own classes, with sessions, attendance, mark and certificate. */
export function LearningPage() {
  const t = useText()
  const found = useReading(learningRoutes.myLearning, {})
  return (
    <>
      <PageHead
        title={t('classes.teaching.learning.title')}
        lead={t('classes.teaching.learning.lead')}
      />
      <Shown reading={found}>{({ classes }) => <LearningRecord classes={classes} />}</Shown>
    </>
  )
}
