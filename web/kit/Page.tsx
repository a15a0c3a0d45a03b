import { type ReactNode, useEffect } from 'react'
import { barOn } from './page-bar.ts'
import { useTitle } from './title.ts'

type HeadProps = {
  title: string
  /** Shown in place of the title where the heading holds more than plain words. */
  heading?: ReactNode
  lead?: ReactNode
  state?: ReactNode
  deeds?: ReactNode
  crumbs?: readonly { label: string; link?: ReactNode }[]
  /** Pages where one works have the smaller heading. */
  working?: boolean
}

/** The head of a page: the one h1, how the thing stands, and what may be done with it. */
export function PageHead({ title, heading, lead, state, deeds, crumbs, working }: HeadProps) {
  useTitle(title)
  return (
    <>
      {crumbs && (
        <ol className="crumbs">
          {crumbs.map(({ label, link }, index) => (
            <li key={label} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
              {link ?? label}
            </li>
          ))}
        </ol>
      )}
      <div className={working ? 'head working' : 'head'}>
        <div className="t">
          <div className="titleline">
            <h1>{heading ?? title}</h1>
            {state}
          </div>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {deeds && <div className="deeds">{deeds}</div>}
      </div>
    </>
  )
}

type BarProps = {
  label: string
  /** At the left: what is saved, and what is still missing. */
  children: ReactNode
  /** At the right: one filled deed, before it words. */
  deeds: ReactNode
}

/** Stays at the foot of a task page; on phones it takes the place of the bottom bar. */
export function ActionBar({ label, children, deeds }: BarProps) {
  useEffect(() => {
    barOn.set(true)
    return () => barOn.set(false)
  }, [])
  return (
    <div className="abar" role="group" aria-label={label}>
      <div className="why">{children}</div>
      {deeds}
    </div>
  )
}

/** A heading with something at its right, above a list. */
export function Group({
  title,
  aside,
  first,
}: {
  title: string
  aside?: ReactNode
  first?: boolean
}) {
  return (
    <div className={first ? 'grp first' : 'grp'}>
      <h2>{title}</h2>
      {aside}
    </div>
  )
}
