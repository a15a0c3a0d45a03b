import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MomentView } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { addressOf } from '../address.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Button } from '../kit/Button.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { useCycleYear } from './CyclePage.tsx'
import { MoveMoment } from './MoveMoment.tsx'
import { fullDay } from './words.ts'

/** The dates of a year; who may, moves one and sees before what follows it. */
export function CalendarPage() {
  const t = useText()
  const planYear = useCycleYear()
  const calendar = useReading(cycleRoutes.calendar, { params: { planYear } })
  return (
    <>
      <YearRibbon year={planYear} />
      <PageHead
        working
        title={t('cycle.pages.calendar.title', { planYear })}
        lead={t('cycle.pages.calendar.lead')}
        deeds={
          <Link className="btn" to="/admin/holidays">
            {t('cycle.pages.calendar.holidays')}
          </Link>
        }
      />
      <Shown reading={calendar}>
        {({ moments, mayMove }) => (
          <Moments moments={moments} mayMove={mayMove} planYear={planYear} />
        )}
      </Shown>
    </>
  )
}

type Props = { moments: readonly MomentView[]; mayMove: boolean; planYear: number }

function Moments({ moments, mayMove, planYear }: Props) {
  const t = useText()
  const [moving, setMoving] = useState<MomentView | null>(null)
  const name = ({ moment }: MomentView) => sayKey(`cycle.moments.${moment}`) ?? moment
  return (
    <>
      <DataTable<MomentView>
        label={t('cycle.pages.calendar.title', { planYear })}
        rows={moments}
        rowKey={({ moment }) => moment}
        excelHref={addressOf('/cycles/:planYear/moments/export.xlsx', { planYear })}
        columns={[
          col<MomentView>({
            id: 'moment',
            head: t('cycle.pages.calendar.moment'),
            rowHead: true,
            cell: name,
          }),
          col<MomentView>({
            id: 'day',
            head: t('cycle.pages.calendar.day'),
            className: 'nw',
            cell: ({ on }) => fullDay(on),
          }),
          col<MomentView>({
            id: 'phase',
            head: t('cycle.pages.calendar.phase'),
            cell: ({ phase }) => t(`cycle.phases.${phase}`),
          }),
          col<MomentView>({
            id: 'state',
            head: t('cycle.pages.cycle.state'),
            cell: (row) => <MomentState row={row} />,
          }),
          col<MomentView>({
            id: 'move',
            head: '',
            right: true,
            cell: (row) =>
              mayMove &&
              !row.isPast && (
                <Button kind="text" icon="calendar" onClick={() => setMoving(row)}>
                  {t('cycle.pages.calendar.move')}
                  <span className="vh"> {name(row)}</span>
                </Button>
              ),
          }),
        ]}
      />
      {moving && <MoveMoment planYear={planYear} moment={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

function MomentState({ row }: { row: MomentView }) {
  const t = useText()
  if (row.isPast) return <StateWord tone="done">{t('cycle.pages.calendar.past')}</StateWord>
  return (
    <StateWord tone={row.announced ? 'now' : 'not'}>
      {t(row.announced ? 'cycle.pages.calendar.announced' : 'cycle.pages.calendar.notAnnounced')}
    </StateWord>
  )
}
