import type { ClassView } from '../../domain/classes/views.contract.ts'
import { sayTask } from '../../domain/text/say-task.ts'
import { dictionary, useText } from '../text.ts'
import { dayOf } from './class-words.ts'
import look from './classes.module.css'

/** Whom the class waits for now, by name where they are few. */
export function ClassWaits({ view: { waitsFor, title, code } }: { view: ClassView }) {
  const t = useText()
  return (
    <section aria-label={t('classes.page.waits')}>
      <h2>{t('classes.page.waits')}</h2>
      {waitsFor.length === 0 && <p className="small">{t('classes.page.waitsNobody')}</p>}
      <ul className="plain">
        {waitsFor.map(({ kind, role, count, names, dueAt }) => (
          <li key={`${kind} ${role}`}>
            {count > names.length ? t('classes.page.waitsUnits', { count }) : names.join(', ')}
            <span className={look.under}>
              {sayTask(dictionary(), kind, { title, classCode: code }).title}
              {dueAt && `. ${t('classes.page.waitsDue', { day: dayOf(dueAt) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
