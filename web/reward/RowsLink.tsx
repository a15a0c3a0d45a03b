import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { useText } from '../text.ts'

type Props = {
  target: TargetResultView
  planYear: number
  /** Of one unit only. */
  unitId?: string
  children: ReactNode
}

/** A number of the board as the way to its rows: forms, classes, or people by name. */
export function RowsLink({ target, planYear, unitId, children }: Props) {
  const t = useText()
  const { source, terms, planType, code } = target
  const year = String(planYear)
  const words = (
    <>
      {children}
      <span className="vh">, {t('reward.results.showRows')}</span>
    </>
  )
  if (terms)
    return (
      <Link to="/cycles/$year/movement" params={{ year }} search={{ unit: unitId }}>
        {words}
      </Link>
    )
  if (source && planType)
    return (
      <Link
        to="/cycles/$year/results/$planType/$code"
        params={{ year, planType, code }}
        search={{ unit: unitId }}
      >
        {words}
      </Link>
    )
  // of a year that was brought in, only the classes came with their figures
  return planType === null && code.startsWith('T') ? <a href="#classes">{words}</a> : children
}
