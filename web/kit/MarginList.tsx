import type { ReactNode } from 'react'

type ItemProps = {
  /** Beside the line: the day, in strong letters, and how far away it is. */
  when: ReactNode
  distance?: ReactNode
  /** Due today: the line turns vermilion. */
  due?: boolean
  /** Not possible yet. */
  off?: boolean
  title: ReactNode
  children?: ReactNode
  deed?: ReactNode
}

/** What waits, with its days in the margin at the left of a line. */
export function MarginList({ tight = true, children }: { tight?: boolean; children: ReactNode }) {
  return <ul className={tight ? 'lm tight' : 'lm'}>{children}</ul>
}

export function MarginItem({ when, distance, due, off, title, children, deed }: ItemProps) {
  return (
    <li className={due ? 'act' : off ? 'off' : undefined}>
      <div className="when">
        <b>{when}</b>
        {distance}
      </div>
      <div className="what">
        {typeof title === 'string' ? <span className="h">{title}</span> : title}
        {children}
      </div>
      <div className="deed">{deed}</div>
    </li>
  )
}
