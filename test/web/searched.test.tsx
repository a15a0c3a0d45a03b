import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Searched } from '../../web/kit/form/Searched.tsx'
import { draw } from './setup.tsx'

const choices = ['Công đoàn phường Bến Trúc', 'Công đoàn xã Đồng Sen', 'Công đoàn Dệt may'].map(
  (label, index) => ({ value: String(index), label }),
)

async function drawn(first: string | null = null) {
  const kept = { value: first }
  function Field() {
    const [value, setValue] = useState(first)
    kept.value = value
    return <Searched id="unit" {...{ choices, value, onChange: setValue }} />
  }
  await draw(<Field />)
  const field = screen.getByRole<HTMLInputElement>('combobox')
  const enter = () => fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  return { kept, field, enter }
}

/** What a busy machine does: the letters come with the focus, and whatever waits for its turn comes after. */
async function typeAtOnce(field: HTMLInputElement, letters: string): Promise<void> {
  act(() => {
    field.focus()
    fireEvent.change(field, { target: { value: letters } })
  })
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
}

test('what is typed as soon as the field is reached is taken by Enter, and no form is sent', async () => {
  const { kept, field, enter } = await drawn()
  await typeAtOnce(field, 'dong sen')
  expect(enter()).toBe(false)
  expect(kept.value).toBe('1')
  expect(field.value).toBe('Công đoàn xã Đồng Sen')
})

test('Enter in a field that is filled keeps what was chosen', async () => {
  const { kept, field, enter } = await drawn('2')
  await typeAtOnce(field, 'Công đoàn Dệt may')
  enter()
  expect(kept.value).toBe('2')
  expect(field.value).toBe('Công đoàn Dệt may')
})

test('letters that nothing matches choose nothing', async () => {
  const { kept, field, enter } = await drawn('2')
  await typeAtOnce(field, 'không có')
  enter()
  expect(kept.value).toBe('2')
})
