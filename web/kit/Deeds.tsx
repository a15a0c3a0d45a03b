import { type ReactNode, useId } from 'react'
import type { AllowedAction } from '../../domain/grammar/deed.ts'
import { sayCode } from '../text.ts'
import { Button } from './Button.tsx'
import type { IconName } from './icon-paths.ts'

type Props = {
  /** The view's own list; a deed that it does not name is not drawn at all. */
  actions: readonly AllowedAction[]
  deed: string
  children: ReactNode
  onPress: () => void
  /** A further reason of the page, for instance "còn 120 chưa giao". */
  because?: ReactNode
  sending?: boolean
  kind?: 'primary' | 'plain' | 'warn' | 'text'
  icon?: IconName
}

/** A deed as the server allows it: a button where it is possible, else its reason beside it. */
export function DeedButton(props: Props) {
  const { actions, deed, children, onPress, because, sending = false, kind = 'plain', icon } = props
  const reasonId = useId()
  const action = actions.find((candidate) => candidate.deed === deed)
  if (!action) return null
  const reason = action.allowed ? because : sayCode(action.because ?? 'grammar.wrong-state')
  return (
    <span className="deed-button">
      <Button
        kind={kind}
        sending={sending}
        onClick={onPress}
        blockedBy={reason ? reasonId : undefined}
        {...(icon && { icon })}
      >
        {children}
      </Button>
      {reason && (
        <span className="small" id={reasonId}>
          {reason}
        </span>
      )}
    </span>
  )
}

/** Whether the view lets the reader do it now. */
export function mayDo(actions: readonly AllowedAction[], deed: string): boolean {
  return actions.some((action) => action.deed === deed && action.allowed)
}
