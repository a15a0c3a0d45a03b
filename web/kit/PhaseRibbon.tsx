import { type ReactNode, useId, useState } from 'react'
import { useText } from '../text.ts'
import { Icon } from './Icon.tsx'

export type RibbonStep = {
  key: string
  name: string
  state: 'done' | 'now' | 'later'
  /** '07/12–18/12', 'tháng 3–10'; empty where no day is set yet */
  dates: string
  /** '31/43 đơn vị': shown below the name. */
  count?: ReactNode
  /** The same where all eight stand in one line. */
  countShort?: ReactNode
  /** How much of the present step is done, 0 to 1. */
  part?: number
  href?: string
}

type Props = {
  label: string
  steps: readonly RibbonStep[]
  /** The link of a station; the pages give the router's own. */
  link?: (step: RibbonStep, className: string, children: ReactNode) => ReactNode
}

const stateClass = { done: 'done', now: 'now', later: 'late' } as const

/** The eight stations of the year with dates and counts; only the page of the cycle shows it. */
export function PhaseRibbon(props: Props) {
  return <Ribbon {...props} slim={false} />
}

/** The same in one line, in place of crumbs, on the pages where one works. */
export function SlimRibbon(props: Props) {
  return <Ribbon {...props} slim />
}

function Ribbon({ label, steps, link, slim }: Props & { slim: boolean }) {
  const list = useId()
  const [open, setOpen] = useState(false)
  return (
    <section className={slim ? 'rb-wrap slim' : 'rb-wrap'} aria-label={label}>
      <button
        className="rb-sum"
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <Summary steps={steps} />
        <Icon name="chevron-down" className="chev" />
      </button>
      <ol className="rb" id={list}>
        {steps.map((step, index) => (
          <Station key={step.key} {...{ step, number: index + 1, slim, link }} />
        ))}
      </ol>
    </section>
  )
}

/** What a phone shows before the stations are unfolded: the present one, or that the year is over. */
function Summary({ steps }: Pick<Props, 'steps'>) {
  const t = useText()
  const at = steps.findIndex((step) => step.state === 'now')
  const present = steps[at]
  return (
    <>
      <span className="node" aria-hidden="true">
        {present ? at + 1 : <Icon name="check" />}
      </span>
      {present ? (
        <span>
          {t('shell.ribbon.step', { number: at + 1, total: steps.length })} <b>{present.name}</b>
          <br />
          {present.count}
        </span>
      ) : (
        <b>{t('shell.ribbon.over', { total: steps.length })}</b>
      )}
    </>
  )
}

type StationProps = { step: RibbonStep; number: number; slim: boolean; link: Props['link'] }

function Station({ step, number, slim, link }: StationProps) {
  const t = useText()
  const now = step.state === 'now'
  const count = slim ? now && (step.countShort ?? step.count) : step.count
  const linked = step.href !== undefined && step.state !== 'later'
  return (
    <li
      className={stateClass[step.state]}
      aria-current={now ? 'step' : undefined}
      style={{ '--part': step.part ?? 0 } as React.CSSProperties}
    >
      {!slim && <span className="d">{step.dates}</span>}
      <span className="k">
        <span className="node">{step.state === 'done' ? <Icon name="check" /> : number}</span>
      </span>
      <span className="w">
        {linked && link ? (
          link(step, 'nm', step.name)
        ) : linked ? (
          <a className="nm" href={step.href}>
            {step.name}
          </a>
        ) : (
          <span className="nm">{step.name}</span>
        )}
        {count && <span className="c">{count}</span>}
        <span className="vh">
          {slim && step.dates !== '' && `, ${step.dates}`}. {t(`shell.ribbon.${step.state}`)}
        </span>
      </span>
    </li>
  )
}
