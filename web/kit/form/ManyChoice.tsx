type Props = {
  id: string
  label: string
  /** What it means that none is chosen. */
  none: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** Any number of a list. Folded, and what is chosen stands in its head. */
export function ManyChoice({ id, label, none, choices, chosen, onChoose }: Props) {
  const words = choices.filter(({ value }) => chosen.includes(value))
  // In the order of the list, so that the same choice is always the same text.
  const turn = (value: string, on: boolean) =>
    onChoose(
      choices
        .map((choice) => choice.value)
        .filter((each) => (each === value ? on : chosen.includes(each))),
    )
  return (
    <details className="many">
      <summary>
        {label}: <b>{words.length === 0 ? none : words.map((choice) => choice.label).join(', ')}</b>
      </summary>
      <fieldset>
        <legend className="vh">{label}</legend>
        {choices.map((choice) => (
          <span className="check-row" key={choice.value}>
            <input
              className="chk"
              type="checkbox"
              id={`${id}-${choice.value}`}
              checked={chosen.includes(choice.value)}
              onChange={(event) => turn(choice.value, event.currentTarget.checked)}
            />
            <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
          </span>
        ))}
      </fieldset>
    </details>
  )
}
