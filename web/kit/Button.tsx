import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { useText } from '../text.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  /** One filled button a page; `text` is an underlined word, `warn` takes something back. */
  kind?: 'primary' | 'plain' | 'warn' | 'text'
  big?: boolean
  icon?: IconName
  iconAfter?: IconName
  /** Being sent: it keeps its place and says so, and a second press does nothing. */
  sending?: boolean
  /** Not possible now. The reason must stand beside it; name that element's id here. */
  blockedBy?: string | undefined
  children?: ReactNode
}

const kindClass = { primary: 'btn pri', plain: 'btn', warn: 'btn warn', text: 'btn text' } as const

export function Button(props: Props) {
  const { kind = 'plain', big, icon, iconAfter, sending, blockedBy, children, ...rest } = props
  const t = useText()
  const blocked = blockedBy !== undefined || sending === true
  function press(event: MouseEvent<HTMLButtonElement>): void {
    if (blocked) event.preventDefault()
    else props.onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={`${kindClass[kind]}${big ? ' big' : ''} ${props.className ?? ''}`}
      onClick={press}
      aria-busy={sending || undefined}
      aria-disabled={blockedBy !== undefined || undefined}
      aria-describedby={blockedBy || props['aria-describedby']}
    >
      {sending ? <Icon name="hourglass" /> : icon && <Icon name={icon} />}
      {sending ? t('shell.sending') : children}
      {iconAfter && !sending && <Icon name={iconAfter} />}
    </button>
  )
}
