import { FieldMessage, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'

/** Yes or no, beside its sentence. */
export function CheckField({ name, label, hint, className = '' }: FieldProps) {
  const { id, message, form, aria } = useField(name, label, Boolean(hint))
  return (
    <div className={`fld check-fld ${className}`}>
      <FieldMessage id={id} message={message} />
      <span className="check-row">
        <input className="chk" type="checkbox" id={id} {...aria} {...form.register(name)} />
        <label htmlFor={id}>{label}</label>
      </span>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
