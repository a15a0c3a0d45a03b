import type { ClassView, SessionView } from '../../domain/classes/views.contract.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { sayKey, useText } from '../text.ts'
import { sessionWords } from './class-words.ts'
import look from './classes.module.css'

/** When the class is held, what about, by whom and where. */
export function SessionTable({ view }: { view: ClassView }) {
  const t = useText()
  return (
    <section aria-label={t('classes.page.sessions')} className={look.sessions}>
      <h2>{t('classes.page.sessions')}</h2>
      <DataTable<SessionView>
        label={t('classes.page.sessions')}
        rows={view.sessions}
        rowKey={({ sessionId }) => sessionId}
        columns={[
          col<SessionView>({
            id: 'when',
            head: t('classes.page.sessionDay'),
            rowHead: true,
            cell: (session) => sessionWords(session),
          }),
          col<SessionView>({
            id: 'what',
            head: t('classes.page.sessionWhat'),
            cell: ({ kind, topic }) => (
              <>
                {topic}
                <span className={look.under}>{sayKey(`classes.kinds.${kind}`)}</span>
              </>
            ),
          }),
          col<SessionView>({
            id: 'who',
            head: t('classes.page.sessionWho'),
            cell: ({ lecturerName, lecturerTitle, lecturerUnit }) =>
              lecturerName && (
                <>
                  {lecturerName}
                  <span className={look.under}>
                    {[lecturerTitle, lecturerUnit].filter(Boolean).join(', ')}
                  </span>
                </>
              ),
          }),
          col<SessionView>({
            id: 'where',
            head: t('classes.page.sessionWhere'),
            cell: ({ room, url }) => (url ? <a href={url}>{room ?? url}</a> : room),
          }),
        ]}
      />
    </section>
  )
}
