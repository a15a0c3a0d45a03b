import { Link } from '@tanstack/react-router'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import { saveSessions } from './class-calendar-file.ts'
import look from './classes.module.css'

/** The calendar file of the class, and its list for signing. */
export function ClassPapers({ view }: { view: ClassView }) {
  const t = useText()
  return (
    <section aria-label={t('classes.page.papers')}>
      <h2>{t('classes.page.papers')}</h2>
      <ul className="plain">
        <li>
          <Button
            kind="text"
            icon="calendar"
            onClick={() =>
              saveSessions(
                view.code,
                view.sessions.map((session) => ({ of: view, session })),
              )
            }
          >
            {t('classes.page.calendar')}
          </Button>
          <span className={look.under}>{t('classes.page.calendarHint')}</span>
        </li>
        <li>
          {view.listFixedAt ? (
            <>
              <Link to="/print/classes/$id/list" params={{ id: view.classId }}>
                {t('classes.page.printList')}
              </Link>
              <span className={look.under}>{t('classes.page.printHint')}</span>
            </>
          ) : (
            <span className="later">{t('classes.page.printLater')}</span>
          )}
        </li>
      </ul>
    </section>
  )
}
