import { writeNumber } from '../../domain/grammar/text.ts'
import { Pager } from '../kit/table/Pager.tsx'
import { turns } from '../kit/table/turns.ts'
import { useText } from '../text.ts'
import type { Opinions } from './opinions.ts'
import { useRevisionSearch } from './search.ts'

/** The ways to the other pages, where there are any. */
export function OpinionsFoot({ list: { page } }: { list: Opinions }) {
  const t = useText()
  const { turn } = useRevisionSearch()
  if (!page || (page.previous === null && page.next === null)) return null
  const summary = t('revision.list.shown', {
    shown: writeNumber(page.opinions.length),
    total: writeNumber(page.total),
  })
  return (
    <Pager
      {...turns(page, summary, (place) =>
        turn(Object.keys(place).length > 0 ? place : { from: 'start' }),
      )}
    />
  )
}
