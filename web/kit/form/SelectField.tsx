import { Controller } from 'react-hook-form'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'
import { Searched } from './Searched.tsx'
import { emptyAs, type WhenEmpty } from './TextField.tsx'

export type Choice = { value: string; label: string }

type Choices = { choices: readonly Choice[]; whenEmpty?: WhenEmpty; placeholder?: string }

const fewChoices = 8

/** One of a list. A long list can be searched, without marks and in any order of words. */
export function SelectField(props: FieldProps & Choices) {
  return props.choices.length > fewChoices ? (
    <SearchedSelect {...props} />
  ) : (
    <NativeSelect {...props} />
  )
}

function NativeSelect({
  name,
  choices,
  whenEmpty = 'text',
  placeholder = '',
  ...frame
}: FieldProps & Choices) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <select
        className="inp"
        id={id}
        {...aria}
        {...form.register(name, { setValueAs: emptyAs(whenEmpty) })}
      >
        <option value="">{placeholder}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

function SearchedSelect({
  name,
  choices,
  whenEmpty = 'text',
  placeholder = '',
  ...frame
}: FieldProps & Choices) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <Controller
        name={name}
        control={form.control}
        render={({ field }) => (
          <Searched
            id={id}
            inputRef={field.ref}
            choices={choices}
            placeholder={placeholder}
            clearable={frame.optional === true || whenEmpty === 'null'}
            value={typeof field.value === 'string' && field.value !== '' ? field.value : null}
            onChange={(value) => field.onChange(emptyAs(whenEmpty)(value ?? ''))}
            onBlur={field.onBlur}
            error={message !== undefined}
            aria={aria}
          />
        )}
      />
    </FieldFrame>
  )
}
