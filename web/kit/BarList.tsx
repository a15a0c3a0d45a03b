import type { ReactNode } from 'react'
import { type Part, StackedBar } from './StackedBar.tsx'

export type Bar = {
  key: string
  /** What it speaks of; a link where its rows can be opened. */
  name: ReactNode
  /** One bar of several parts, or several bars to compare. */
  lines: readonly (readonly Part[])[]
  /** The figures in words: the bars themselves are only looked at. */
  figures: ReactNode
}

type Props = { label: string; legend: readonly Omit<Part, 'number'>[]; bars: readonly Bar[] }

/** Bars on one scale, each with its name and its figures in words. */
export function BarList({ label, legend, bars }: Props) {
  const lengths = bars.flatMap(({ lines }) =>
    lines.map((parts) => parts.reduce((sum, { number }) => sum + number, 0)),
  )
  const most = Math.max(1, ...lengths)
  const drawn = new Set(
    bars.flatMap(({ lines }) => lines.flat().flatMap(({ key, number }) => (number > 0 ? key : []))),
  )
  return (
    <>
      <p className="key">
        {legend
          .filter(({ key }) => drawn.has(key))
          .map(({ key, name, look }) => (
            <span key={key}>
              <i className={look} />
              {name}
            </span>
          ))}
      </p>
      <ul className="bars" aria-label={label}>
        {bars.map(({ key, name, lines, figures }) => (
          <li key={key}>
            <p className="of">{name}</p>
            <div className="lines">
              {lines.map((parts, index) => (
                <StackedBar key={parts[0]?.key ?? index} {...{ parts, most }} isSaid />
              ))}
            </div>
            <p className="says">{figures}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
