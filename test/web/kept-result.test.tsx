import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { type ResultWriting, resultForm } from '../../domain/inspection/forms.contract.ts'
import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import { KeptResult } from '../../web/inspection/KeptResult.tsx'
import { fieldsOf } from '../../web/inspection/result-writing.ts'
import type { Autosave } from '../../web/kit/autosave/useAutosave.ts'
import { AreaField } from '../../web/kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../../web/kit/form/Form.tsx'
import { draw } from './setup.tsx'

const criterionId = '0b7c9a52-6f0d-4a06-8a3e-2f1f1f6f7a01'
// the fields know of an inspection only what the unit objected to
const inspection = {
  criteria: [{ criterionId, number: 1, reply: { stance: 'OBJECT', words: 'Có đủ' } }],
} as unknown as InspectionView

const begun: ResultWriting = {
  rating: 'FAIR',
  conclusion: 'Đơn vị',
  answers: { [criterionId]: 'Đoàn' },
  remedies: [],
}

/** What is kept after each key, and the hand that changes it from elsewhere. */
const now: { value: ResultWriting; edits: number; change: (value: ResultWriting) => void } = {
  value: begun,
  edits: 0,
  change: () => undefined,
}

function Writing({ onSubmit }: { onSubmit: (values: unknown) => void }) {
  const [value, setValue] = useState(begun)
  now.value = value
  now.change = setValue
  const kept: Autosave<ResultWriting> = {
    value,
    state: { kind: 'none' },
    edit(change) {
      now.edits += 1
      setValue(change)
    },
    flush: async () => true,
    resolve: setValue,
    revision: () => 0,
  }
  return (
    <Form
      schema={resultForm}
      isKept
      defaultValues={fieldsOf(begun, inspection)}
      onSubmit={onSubmit}
      label="Kết quả"
    >
      <AreaField name="conclusion" label="Kết luận" />
      <AreaField name="answers.0.words" label="Giải trình" />
      <KeptResult inspection={inspection} kept={kept} />
      <SubmitButton>Gửi</SubmitButton>
    </Form>
  )
}

test('what is typed into the result is kept as it is typed, whole or not', async () => {
  await draw(<Writing onSubmit={() => undefined} />)
  await userEvent.type(screen.getByLabelText('Kết luận'), ' làm')
  await userEvent.clear(screen.getByLabelText('Giải trình'))
  expect(now.value).toEqual({ ...begun, conclusion: 'Đơn vị làm', answers: { [criterionId]: '' } })
  expect(now.edits).toBeGreaterThan(4)
})

test('what a colleague has written meanwhile stands in the fields, and is what is sent', async () => {
  const sent: unknown[] = []
  await draw(<Writing onSubmit={(values) => sent.push(values)} />)
  const edits = now.edits
  act(() => now.change({ ...begun, conclusion: 'Đơn vị làm tốt công tác này.' }))
  expect(screen.getByLabelText('Kết luận')).toHaveProperty('value', 'Đơn vị làm tốt công tác này.')
  expect(now.edits).toBe(edits)
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  expect(sent).toEqual([
    {
      rating: 'FAIR',
      conclusion: 'Đơn vị làm tốt công tác này.',
      answers: [{ criterionId, words: 'Đoàn' }],
      remedies: [],
    },
  ])
})
