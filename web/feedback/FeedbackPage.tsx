import { useParams } from '@tanstack/react-router'
import { useMe } from '../app/me.ts'
import { AnswerPage } from './AnswerPage.tsx'
import { BoardPage } from './BoardPage.tsx'

/** One address, two pages: a unit writes its answer, the offices see who has answered. */
export function FeedbackPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback' })
  const { grants } = useMe()
  const isOfUnit = grants.some(({ role }) => role === 'unitDrafter' || role === 'unitHead')
  return isOfUnit ? <AnswerPage year={Number(year)} /> : <BoardPage year={Number(year)} />
}
