import { useState } from 'react'
import { useText } from '../../text.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'

type Props = FieldProps & { autoComplete: 'current-password' | 'new-password' }

/** A password, which may be pasted, and shown to the one who types it. */
export function PasswordField({ name, autoComplete, ...frame }: Props) {
  const t = useText()
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <div className="pw">
        <input
          className="inp"
          id={id}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          {...aria}
          {...form.register(name)}
        />
        <button
          type="button"
          aria-label={t(shown ? 'shell.signIn.hidePassword' : 'shell.signIn.showPassword')}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'shell.signIn.hide' : 'shell.signIn.show')}
        </button>
      </div>
    </FieldFrame>
  )
}
