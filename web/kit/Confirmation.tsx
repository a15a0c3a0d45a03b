import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../text.ts'
import { Icon } from './Icon.tsx'
import { useTitle } from './title.ts'

type Props = {
  title: string
  /** 'GY-2027-0138': what to name when asking about it. */
  reference?: string
  at?: ReactNode
  next: ReactNode
  children?: ReactNode
}

/** It is done: its number, when, what happens next, and a copy to keep. */
export function Confirmation({ title, reference, at, next, children }: Props) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="confirmation">
      <h1 tabIndex={-1} ref={heading}>
        <Icon name="circle-check" className="grn" /> {title}
      </h1>
      {reference && (
        <p className="reference">
          {t('shell.confirmation.reference')}
          <b className="paper-voice num">{reference}</b>
        </p>
      )}
      {at && <p className="lead">{at}</p>}
      <h2>{t('shell.confirmation.next')}</h2>
      <div className="note">{next}</div>
      {children && <div className="row confirmation-deeds">{children}</div>}
    </section>
  )
}
