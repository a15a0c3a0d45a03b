import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
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
      <Remedies />
      <KeptResult inspection={inspection} kept={kept} />
      <SubmitButton>Gửi</SubmitButton>
    </Form>
  )
}

function Remedies() {
  const { fields, append, remove } = useFieldArray({ name: 'remedies' })
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id}>
          <AreaField name={`remedies.${index}.measure`} label={`Việc ${index + 1}`} />
          <button type="button" onClick={() => remove(index)}>
            Bỏ {index + 1}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => append(remedy(''))}>
        Thêm
      </button>
    </>
  )
}
const remedy = (measure: string) => ({
  criterionId: null,
  measure,
  departmentId: null,
  dueOn: '2026-12-20',
})

test('what must be mended is kept line by line, also when a line is taken out again', async () => {
  await draw(<Writing onSubmit={() => undefined} />)
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  await press('Thêm')
  await userEvent.type(screen.getByLabelText('Việc 1'), 'Ký bù')
  await press('Thêm')
  await userEvent.type(screen.getByLabelText('Việc 2'), 'Gửi bản chụp')
  expect(now.value.remedies).toEqual([remedy('Ký bù'), remedy('Gửi bản chụp')])
  await press('Bỏ 1')
  expect(now.value.remedies).toEqual([remedy('Gửi bản chụp')])
  expect(screen.getByLabelText('Việc 1')).toHaveProperty('value', 'Gửi bản chụp')
})

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
