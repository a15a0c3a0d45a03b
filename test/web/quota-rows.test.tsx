import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { quotasForm } from '../../domain/classes/forms.contract.ts'
import { type Narrowing, QuotaRows } from '../../web/classes/QuotaRows.tsx'
import { Form, SubmitButton } from '../../web/kit/form/Form.tsx'
import { draw } from './setup.tsx'

const units = [
  { unitName: 'Công đoàn phường Bến Trúc', seats: 4, nominated: 0 },
  { unitName: 'Công đoàn phường Chợ Sen', seats: 0, nominated: 2 },
  { unitName: 'Công đoàn xã Vân Khê', seats: 0, nominated: 0 },
].map((unit, index) => ({
  ...unit,
  unitId: `3f0c0b3e-5b1e-4a53-9d0e-0f6a0c1d2e3${index}`,
  eligible: 10,
  proposed: 1,
  givenBack: 0,
}))

function Quotas({ onSent }: { onSent: (seats: number[]) => void }) {
  const [narrowing, setNarrowing] = useState<Narrowing>({ part: 'seated', words: '' })
  return (
    <>
      <button onClick={() => setNarrowing({ part: 'seated', words: 'van khe' })}>Tìm</button>
      <button onClick={() => setNarrowing({ part: 'seated', words: '' })}>Bỏ tìm</button>
      <Form
        schema={quotasForm}
        defaultValues={{ quotas: units.map(({ unitId, seats }) => ({ unitId, seats })) }}
        onSubmit={({ quotas }) => onSent(quotas.map(({ seats }) => seats))}
      >
        <QuotaRows quotas={units} narrowing={narrowing} onClear={vi.fn()} />
        <SubmitButton>Ghi</SubmitButton>
      </Form>
    </>
  )
}

const shown = () => screen.getAllByRole('textbox').map((field) => field.getAttribute('name'))
const seatsOf = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('only units with seats or nominees stand in the table; a search finds the others', async () => {
  const onSent = vi.fn()
  await draw(<Quotas onSent={onSent} />)
  expect(shown()).toEqual(['quotas.0.seats', 'quotas.1.seats'])
  await press('Tìm')
  expect(shown()).toEqual(['quotas.2.seats'])
  await userEvent.clear(seatsOf('Số chỗ của Công đoàn xã Vân Khê'))
  await userEvent.type(seatsOf('Số chỗ của Công đoàn xã Vân Khê'), '3')
  await press('Bỏ tìm')
  expect(shown()).toEqual(['quotas.0.seats', 'quotas.1.seats', 'quotas.2.seats'])
  await press('Ghi')
  expect(onSent).toHaveBeenCalledWith([4, 0, 3])
})

test('a row stays under the hand that empties it, and is there where it is to be mended', async () => {
  await draw(<Quotas onSent={vi.fn()} />)
  await press('Tìm')
  await userEvent.clear(seatsOf('Số chỗ của Công đoàn xã Vân Khê'))
  await press('Bỏ tìm')
  await userEvent.clear(seatsOf('Số chỗ của Công đoàn phường Bến Trúc'))
  expect(shown()).toEqual(['quotas.0.seats', 'quotas.1.seats'])
  await press('Ghi')
  await screen.findByRole('group', { name: 'Có 2 chỗ cần sửa' })
  expect(shown()).toEqual(['quotas.0.seats', 'quotas.1.seats', 'quotas.2.seats'])
})
