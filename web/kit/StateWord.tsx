import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'

/** done: finished; now: under way; act: waits for you, late; soon: nearly due; not: not yet. */
export type StateTone = 'done' | 'now' | 'act' | 'soon' | 'not'

const usualIcon: Record<StateTone, IconName> = {
  done: 'circle-check',
  now: 'half',
  act: 'alert-triangle',
  soon: 'clock',
  not: 'circle',
}

type Props = { tone: StateTone; icon?: IconName; head?: boolean; children: ReactNode }

/** How something stands: an icon, a word and a colour, never a colour alone. */
export function StateWord({ tone, icon = usualIcon[tone], head = false, children }: Props) {
  return (
    <span className={`st ${tone}${head ? ' head-st' : ''}`}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
