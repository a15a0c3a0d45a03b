import type { UseQueryResult } from '@tanstack/react-query'
import type { ComponentProps, ReactNode } from 'react'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { useYearOfPage } from '../app/year.ts'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'

type Props<View> = {
  planYear: number
  reading: UseQueryResult<View>
  head: (view: View) => ComponentProps<typeof PageHead>
  children: (view: View) => ReactNode
}

/** A page of the year's end: the ribbon and the head of its year, and below what was read. */
export function YearPage<View>({ planYear, reading, head, children }: Props<View>) {
  useYearOfPage(planYear)
  return (
    <>
      <YearRibbon year={planYear} />
      <Shown reading={reading}>
        {(view) => (
          <>
            <PageHead working {...head(view)} />
            {children(view)}
          </>
        )}
      </Shown>
    </>
  )
}
