import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { ReadingView } from '../../domain/revision/reading.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { MarkRead } from '../app/MarkRead.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { DiffModes, WordDiff } from '../kit/paper/WordDiff.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'
import styles from './revision.module.css'

const from = '/shell/cycles/$year/changes/$planId'

/** A reader's own: what reads otherwise than when they last read it. */
export function ChangesPage() {
  const { year, planId } = useParams({ from })
  const found = useReading(routes.reading, { params: { planId } })
  return (
    <>
      <YearRibbon year={Number(year)} />
      <Shown reading={found}>{(view) => <Changes view={view} />}</Shown>
    </>
  )
}

function Changes({ view }: { view: ReadingView }) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const { mode = 'merged' } = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/changes/$planId' })
  const { planId, sha256, lastRead, changed, places, title } = view
  const day = lastRead ? writeDay(dayOfInstant(lastRead.readAt)) : ''
  return (
    <>
      <PageHead
        working
        title={
          lastRead
            ? t('revision.compare.sinceTitle', { count: changed, day })
            : t('revision.compare.pageTitle', { title })
        }
        lead={title}
        deeds={<MarkRead planId={planId} sha256={sha256} />}
      />
      {places.length > 0 && (
        <div className={styles.parts}>
          <DiffModes
            mode={mode}
            onChoose={(next) => void navigate({ search: { mode: next }, replace: true })}
          />
        </div>
      )}
      {places.length === 0 && (
        <Empty>{t(`revision.compare.${lastRead ? 'nothingSince' : 'neverRead'}`)}</Empty>
      )}
      {places.map((place) => (
        <section
          key={`${place.kind} ${place.code}`}
          className={styles.change}
          aria-label={nameOf(place)}
        >
          <h2>{nameOf(place)}</h2>
          <Sheet className={styles.changed}>
            <WordDiff before={place.before ?? ''} after={place.after ?? ''} mode={mode} counts />
          </Sheet>
        </section>
      ))}
    </>
  )
}
