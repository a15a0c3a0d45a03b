import { FieldMessage, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'

export type Card = { value: string; label: string; explanation?: string }

/** A few large choices, each with its explanation. Nothing is chosen beforehand. */
export function ChoiceCards({
  name,
  label,
  hint,
  hiddenLabel,
  cards,
  className = '',
}: FieldProps & { cards: readonly Card[] }) {
  const { id, message, form, aria } = useField(name, label, Boolean(hint))
  return (
    <fieldset id={id} tabIndex={-1} className={className} {...aria}>
      <legend className={hiddenLabel ? 'vh' : 'lab'}>{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldMessage id={id} message={message} />
      <div className="ch">
        {cards.map((card) => (
          <label key={card.value}>
            <input className="rad" type="radio" value={card.value} {...form.register(name)} />
            <b>{card.label}</b>
            {card.explanation && <span>{card.explanation}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
