import { Link, useParams } from '@tanstack/react-router'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { ON_THE_LIST } from '../../domain/classes/class-state.ts'
import type { ClassView, UnitListView } from '../../domain/classes/views.contract.ts'
import { compareByGivenName } from '../../domain/grammar/text.ts'
import { vi } from '../../domain/text/vi.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import '../kit/paper/print.css'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { daysWords } from './class-words.ts'
import './print-list.css'

/** The list for signing on A4, a sheet in Vietnamese whatever the reader's language is. */
export function PrintListPage() {
  const { id = '' } = useParams({ strict: false })
  const params = { classId: id }
  const found = useReading(routes.trainingClass, { params })
  const list = useReading(routes.nominations, { params })
  return (
    <Shown reading={found}>
      {(view) => <Shown reading={list}>{({ units }) => <OnTheDesk {...{ view, units }} />}</Shown>}
    </Shown>
  )
}

type Props = { view: ClassView; units: readonly UnitListView[] }

function OnTheDesk({ view, units }: Props) {
  const t = useText()
  useTitle(t('classes.print.title'))
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/classes/$id" params={{ id: view.classId }}>
          {t('classes.print.back')}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('classes.print.print')}
        </Button>
      </div>
      {view.listFixedAt === null && (
        <div className="print-tools">
          <Note tone="soon">{t('classes.print.notFixed')}</Note>
        </div>
      )}
      <Sheet {...{ view, units }} />
    </div>
  )
}

const words = vi.classes.print
const onTheList: readonly string[] = ON_THE_LIST

function Sheet({ view, units }: Props) {
  const rows = units
    .flatMap(({ nominees }) => nominees)
    .filter(({ state }) => view.listFixedAt === null || onTheList.includes(state))
    .filter(({ state }) => state !== 'WITHDRAWN' && state !== 'REFUSED_BY_EMPLOYER')
    .toSorted((a, b) => compareByGivenName(a.fullName, b.fullName))
  const filled = (text: string, values: Record<string, string | number>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  return (
    <article className="sheet paper-a4" lang="vi" aria-label={words.title}>
      <h1 className="p-title">
        {words.title.toUpperCase()}
        <br />
        {filled(words.ofClass, { title: view.title })}
      </h1>
      <p className="p-list-when">
        {filled(words.when, { days: daysWords(view), venue: view.venue ?? '……………' })}
      </p>
      <table className="p-list">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.position}</th>
            <th scope="col">{words.workplace}</th>
            <th scope="col">{words.signature}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.nominationId}>
              <td>{index + 1}</td>
              <th scope="row">{row.fullName}</th>
              <td>{vi.federation.positions[row.position]}</td>
              <td>{row.workplace}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="p-list-when">{filled(words.total, { count: rows.length })}</p>
      <div className="p-list-foot">
        {[words.lecturer, words.organiser].map((who) => (
          <div key={who}>
            <p>
              <b>{who}</b>
            </p>
            <p>
              <i>{words.sign}</i>
            </p>
          </div>
        ))}
      </div>
    </article>
  )
}
