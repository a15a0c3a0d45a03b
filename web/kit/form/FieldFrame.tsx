import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'

export type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  /** Marks the field as one that may be left out; all others must be filled in. */
  optional?: boolean
  /** The label is read aloud but not drawn, where a table head already says it. */
  hiddenLabel?: boolean
  className?: string
}

type Frame = Omit<FieldProps, 'name'> & {
  id: string
  message: string | undefined
  children: ReactNode
}

/** Label, hint and message round one control, in the order in which they are read. */
export function FieldFrame({
  id,
  label,
  hint,
  optional,
  hiddenLabel,
  message,
  className = '',
  children,
}: Frame) {
  const t = useText()
  return (
    <div className={`fld ${className}`}>
      <label htmlFor={id} className={hiddenLabel ? 'vh' : undefined}>
        {label}
        {optional && <span className="quiet fld-optional"> {t('shell.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldMessage id={id} message={message} />
      {children}
    </div>
  )
}

export function FieldMessage({ id, message }: { id: string; message: string | undefined }) {
  const t = useText()
  if (!message) return null
  return (
    <p className="err" id={`${id}-error`}>
      <Icon name="alert-triangle" />
      <span>
        <span className="vh">{t('shell.errorPrefix')}</span>
        {message}
      </span>
    </p>
  )
}
