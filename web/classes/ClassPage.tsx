import { useParams } from '@tanstack/react-router'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { ClassDates, ClassFacts } from './ClassFacts.tsx'
import { ClassFigures } from './ClassFigures.tsx'
import { ClassHead } from './ClassHead.tsx'
import { ClassPapers } from './ClassPapers.tsx'
import { ClassWaits } from './ClassWaits.tsx'
import look from './classes.module.css'
import { OrganiserDeeds } from './OrganiserDeeds.tsx'
import { OwnSeat } from './OwnSeat.tsx'
import { SessionTable } from './SessionTable.tsx'
import { TraineeOpinions } from './TraineeOpinions.tsx'

/** One class: what it is, when, whom it waits for, and what may be done with it. */
export function ClassPage() {
  const { id = '' } = useParams({ strict: false })
  const found = useReading(routes.trainingClass, { params: { classId: id } }, { everySeconds: 30 })
  return <Shown reading={found}>{(view) => <Overview view={view} />}</Shown>
}

function Overview({ view }: { view: ClassView }) {
  return (
    <>
      <ClassHead view={view} part="overview" />
      <OwnSeat view={view} />
      <ClassFigures view={view} />
      <div className={look.ov}>
        <div>
          <TraineeOpinions view={view} />
          <ClassFacts view={view} />
          <SessionTable view={view} />
        </div>
        <div>
          <ClassWaits view={view} />
          <ClassDates view={view} />
          <ClassPapers view={view} />
          <OrganiserDeeds view={view} />
        </div>
      </div>
      <HistoryPanel objectType="trainingClass" objectId={view.classId} />
    </>
  )
}
