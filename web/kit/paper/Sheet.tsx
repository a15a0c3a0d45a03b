import type { ReactNode } from 'react'
import { useText } from '../../text.ts'

type SheetProps = { label?: string; className?: string | undefined; children: ReactNode }

/** White paper on the desk: only what will be printed, and what is written on, lies on it. */
export function Sheet({ label, className = '', children }: SheetProps) {
  return label === undefined ? (
    <div className={`sheet ${className}`}>{children}</div>
  ) : (
    <article className={`sheet ${className}`} aria-label={label}>
      {children}
    </article>
  )
}

type HeadProps = {
  /** Two lines: the body above, and the issuing body. */
  above: string
  issuer: string
  /** 'Số: 08/KH-LĐLĐ', or the right-hand words of another paper. */
  number?: string
  placeAndDate?: string
  kind: string
  title: string
  /** 'DỰ THẢO LẦN 1' */
  stamp?: string
}

/** Number and symbol as Decree 30 writes them, blank while the paper is not issued. */
export function PaperHead(props: HeadProps) {
  const { above, issuer, number, placeAndDate, kind, title, stamp } = props
  return (
    <>
      <div className="org">
        <span>
          {above}
          <br />
          <b className="ul">{issuer}</b>
        </span>
        <span>
          {number}
          {placeAndDate && (
            <>
              <br />
              <i>{placeAndDate}</i>
            </>
          )}
        </span>
      </div>
      <p className="pt">
        <b>{kind}</b>
        {title}
      </p>
      {stamp && (
        <p className="stamp-line">
          <span className="stamp">{stamp}</span>
        </p>
      )}
    </>
  )
}

/** One numbered clause; its number stands in the margin. */
export function Clause({ number, children }: { number: string; children: ReactNode }) {
  return (
    <div className="clause">
      <span className="no">{number}</span>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}

type WithMargin = { children: ReactNode; margin?: ReactNode; open?: boolean; label?: string }

/** A line of the paper with last year's words beside it; `open` is the one being written. */
export function PaperLine({ children, margin, open = false, label }: WithMargin) {
  const className = open ? 'ln openl' : 'ln'
  const aside = margin !== undefined && <div className="ly">{margin}</div>
  return label ? (
    <section className={className} aria-label={label}>
      {children}
      {aside}
    </section>
  ) : (
    <div className={className}>
      {children}
      {aside}
    </div>
  )
}

/** 'Số: 08/KH-LĐLĐ', or 'Số: …/KH-LĐLĐ' while the clerk has not given a number. */
export function usePaperNumber(): (number: string | null, symbol: string) => string {
  const t = useText()
  return (number, symbol) =>
    number === null ? t('shell.paper.noNumber', { symbol }) : t('shell.paper.number', { number })
}
