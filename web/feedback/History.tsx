import i18next from 'i18next'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { sayDeed } from '../../domain/text/say-deed.ts'
import { HistoryList } from '../kit/HistoryList.tsx'
import { Group } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { language, sayKey, useText } from '../text.ts'

type Props = { of: 'answer' | 'round'; id: string }

/** What was done to an answer or a round, by whom and when. */
export function History({ of: objectType, id: objectId }: Props) {
  const t = useText()
  const reading = useReading(cycleRoutes.history, {
    params: { objectType, objectId },
    query: { page: 1 },
  })
  return (
    <section>
      <Group title={t('feedback.history')} />
      <Shown reading={reading}>
        {({ entries }) => (
          <HistoryList
            rows={entries.map(({ entryId, at, actorName, actingFor, deed, facts }) => ({
              id: entryId,
              at,
              actor:
                actorName === 'system' ? (sayKey('cycle.pages.history.system') ?? '') : actorName,
              onBehalfOf: actingFor,
              deed: sayDeed(dictionary(), deed, facts),
            }))}
          />
        )}
      </Shown>
    </section>
  )
}

function dictionary(): object {
  // the bundle that text.ts has put in
  const bundle: unknown = i18next.getResourceBundle(language(), 'translation')
  return typeof bundle === 'object' && bundle !== null ? bundle : {}
}
