import { type ComboboxItem, Select } from '@mantine/core'
import type { Ref } from 'react'
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
  return (
    <Select
      {...control}
      {...(inputRef && { ref: inputRef })}
      size="md"
      searchable
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
      comboboxProps={{ withinPortal: true }}
      clearButtonProps={{ 'aria-label': t('shell.table.clear') }}
      {...aria}
    />
  )
}
