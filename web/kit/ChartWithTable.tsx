import { type ReactNode, useState } from 'react'
import { useText } from '../text.ts'
import { Button } from './Button.tsx'

type Props = {
  /** The finding, told before it is unfolded. */
  title: string
  chart: ReactNode
  /** The same figures, for who prefers to read them. */
  table: ReactNode
  /** What changes both of them. */
  choice?: ReactNode
}

/** A chart that waits folded, and its table one press away. */
export function ChartWithTable({ title, chart, table, choice }: Props) {
  const t = useText()
  const [isTable, setTable] = useState(false)
  return (
    <details className="chart">
      <summary>{title}</summary>
      <div className="row">
        {choice}
        <Button kind="text" onClick={() => setTable(!isTable)}>
          {t(isTable ? 'shell.chart.showBars' : 'shell.chart.showTable')}
          <span className="vh">: {title}</span>
        </Button>
      </div>
      {isTable ? table : chart}
    </details>
  )
}
