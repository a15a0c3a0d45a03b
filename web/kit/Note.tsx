import type { ReactNode } from 'react'

type Props = {
  tone?: 'plain' | 'act' | 'soon'
  title?: string
  /** Read aloud, and brought into view, as soon as it appears. */
  alert?: boolean
  children?: ReactNode
}

const toneClass = { plain: 'note', act: 'note red-n', soon: 'note amb-n' } as const

/** A word beside a line: blue to know, amber to look at, vermilion when it waits for you. */
export function Note({ tone = 'plain', title, alert = false, children }: Props) {
  return (
    <div className={toneClass[tone]} {...(alert && { role: 'alert', ref: bringIntoView })}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

/** What is said for the eye as well is not left below the edge, nor under the bar of deeds. */
function bringIntoView(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' })
}
