import { type ComboboxItem, Select } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import { matchesAllWords } from '../../../domain/grammar/text.ts'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'

type Props = {
  id: string
  choices: readonly { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  inputRef?: Ref<HTMLInputElement>
  placeholder?: string
  clearable?: boolean
  error?: boolean
  aria?: Record<string, unknown>
}

/** A long list that is searched by typing, without marks and in any order of words. */
export function Searched({ choices, inputRef, error = false, aria, ...control }: Props) {
  const t = useText()
  const chosen = choices.find((choice) => choice.value === control.value)?.label
  return (
    <Select
      {...control}
      {...(inputRef && { ref: inputRef })}
      size="md"
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      error={error}
      data={choices.map((choice) => ({ ...choice }))}
      filter={({ options, search }) =>
        options.filter((option) => matchesAllWords((option as ComboboxItem).label, search))
      }
      nothingFoundMessage={t('shell.form.nothingFound')}
      rightSection={<Icon name="chevron-down" />}
      rightSectionPointerEvents="none"
      classNames={{ input: 'inp sel' }}
      // the list stands with the first letter: what is typed fast is chosen from it
      comboboxProps={{ withinPortal: true, transitionProps: { duration: 0 } }}
      onKeyDownCapture={(event) => takeTyped(event, chosen)}
      clearButtonProps={{ 'aria-label': t('shell.table.clear') }}
      {...aria}
    />
  )
}

/**
 * Enter takes what is marked in the list, or what stands first in it. Mantine forgets which one it has
 * marked where a letter follows the focus at once, and Enter would send the form without it.
 */
function takeTyped(event: KeyboardEvent<HTMLInputElement>, chosen: string | undefined): void {
  const { currentTarget: field, nativeEvent: pressed } = event
  if (pressed.key !== 'Enter' || pressed.ctrlKey || pressed.metaKey || pressed.isComposing) return
  if (field.value === '' || field.value === chosen) return
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  const taken = marked ?? list?.querySelector<HTMLElement>('[role="option"]')
  if (!taken) return
  event.preventDefault()
  event.stopPropagation()
  taken.click()
}
