import { useParams } from '@tanstack/react-router'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassView, UnitListView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { dayOf } from './class-words.ts'
import { ClassHead } from './ClassHead.tsx'
import { Employers } from './Employers.tsx'
import { OwnPart } from './OwnPart.tsx'
import { QuotaTable } from './QuotaTable.tsx'
import { UnitNominees } from './UnitNominees.tsx'

/** Who is sent: the unit's own desk first, then the lists of the units the reader may see. */
export function NominationsPage() {
  const { id = '' } = useParams({ strict: false })
  const params = { classId: id }
  const found = useReading(routes.trainingClass, { params }, { everySeconds: 30 })
  const list = useReading(routes.nominations, { params }, { everySeconds: 30 })
  return (
    <Shown reading={found}>
      {(view) => (
        <>
          <ClassHead view={view} part="list" />
          <Shown reading={list}>
            {({ units, employers }) => (
              <>
                <Heading view={view} />
                <Lists {...{ view, units }} />
                <Employers rows={employers} />
              </>
            )}
          </Shown>
        </>
      )}
    </Shown>
  )
}

function Heading({ view }: { view: ClassView }) {
  const t = useText()
  const { counts, seats, listFixedAt, nominationsClosedAt, nominationsDueAt, state } = view
  const silent = counts.asked + counts.unanswered
  const done = writeNumber(counts.confirmed || counts.nominated)
  return (
    <>
      <h2>
        {t('classes.nominees.heading', { done, total: writeNumber(seats) })}
        {silent > 0 && t('classes.nominees.headingSilent', { count: silent })}
        {counts.refused > 0 && t('classes.nominees.headingRefused', { count: counts.refused })}
      </h2>
      <p className="small">
        {listFixedAt && t('classes.nominees.fixedOn', { day: dayOf(listFixedAt) })}
        {!listFixedAt && nominationsClosedAt && t('classes.nominees.closed')}
        {!nominationsClosedAt &&
          state === 'OPEN_FOR_NOMINATION' &&
          t('classes.nominees.due', { day: dayOf(nominationsDueAt) })}
      </p>
    </>
  )
}

function Lists({ view, units }: { view: ClassView; units: readonly UnitListView[] }) {
  const t = useText()
  const mine = new Set(view.mine.map(({ unitId }) => unitId))
  const others = units.filter(({ unitId }) => !mine.has(unitId))
  const isOrganiser = view.allowedActions.some(({ deed }) => deed === 'quotas.set')
  return (
    <>
      {view.mine.map((part) => (
        <OwnPart
          key={part.quotaId}
          {...{ view, part }}
          list={units.find(({ unitId }) => unitId === part.unitId)}
        />
      ))}
      {mayDo(view.allowedActions, 'quotas.set') && <QuotaTable view={view} />}
      {isOrganiser && others.length === 0 && view.mine.length === 0 && (
        <Empty>{t('classes.nominees.noUnits')}</Empty>
      )}
      {others
        .filter(({ seats, givenBack, nominees }) => seats > givenBack || nominees.length > 0)
        .map((list) => (
          <UnitNominees key={list.unitId} {...{ view, list }} />
        ))}
      {units.length > 0 && (
        <p>
          <a
            className="btn text"
            href={addressOf('/classes/:classId/nominations/export.xlsx', { classId: view.classId })}
            download
          >
            <Icon name="download" />
            {t('classes.nominees.excel')}
          </a>
        </p>
      )}
    </>
  )
}
