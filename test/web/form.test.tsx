import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { AreaField } from '../../web/kit/form/AreaField.tsx'
import { DateField } from '../../web/kit/form/DateField.tsx'
import { FieldRow } from '../../web/kit/form/FieldRow.tsx'
import { Form, SubmitButton } from '../../web/kit/form/Form.tsx'
import { NumberField } from '../../web/kit/form/NumberField.tsx'
import { TextField } from '../../web/kit/form/TextField.tsx'
import { Problem } from '../../web/problem.ts'
import { draw } from './setup.tsx'

const schema = z.object({
  name: z.string().min(3),
  reason: z.string().min(1),
  opensOn: z.iso.date(),
  trainees: z.number().int().max(60).nullable(),
})
const empty = { name: '', reason: '', opensOn: '', trainees: null }

function form(onSubmit: (values: z.output<typeof schema>) => void, problem: Problem | null = null) {
  return (
    <Form schema={schema} defaultValues={empty} onSubmit={onSubmit} problem={problem}>
      <TextField name="name" label="Tên lớp" />
      <AreaField name="reason" label="Lý do" />
      <DateField name="opensOn" label="Ngày khai giảng" />
      <NumberField name="trainees" label="Học viên" optional />
      <SubmitButton>Gửi</SubmitButton>
    </Form>
  )
}

test('a form that cannot be sent says what to mend, and the focus goes there', async () => {
  const sent = vi.fn()
  await draw(form(sent))
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  const summary = await screen.findByRole('group', { name: 'Có 3 chỗ cần sửa' })
  expect(document.activeElement).toBe(summary)
  expect(document.title).toMatch(/^Lỗi: /)
  expect(sent).not.toHaveBeenCalled()
})

test('a line of the summary leads to its field', async () => {
  await draw(form(vi.fn()))
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Ngày khai giảng: nhập ngày.' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Ngày khai giảng'))
})

test('each line of the summary says which field it speaks of, as its label does', async () => {
  await draw(form(vi.fn()))
  await userEvent.type(screen.getByLabelText(/Học viên/), '61')
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  const lines = await screen.findAllByRole('link')
  expect(lines.map((line) => line.textContent)).toEqual([
    'Tên lớp: cần ít nhất 3 ký tự.',
    'Lý do: chưa điền.',
    'Ngày khai giảng: nhập ngày.',
    'Học viên: phải từ 60 trở xuống.',
  ])
  expect(screen.getByText('Chưa điền.')).toBeTruthy()
})

test('what was never picked is missing, not wrongly written', async () => {
  const choice = z.object({ unitId: z.uuid() })
  await draw(
    <Form schema={choice} defaultValues={{ unitId: '' }} onSubmit={vi.fn()}>
      <TextField name="unitId" label="Đơn vị" />
      <SubmitButton>Gửi</SubmitButton>
    </Form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  expect(await screen.findByRole('link', { name: 'Đơn vị: chưa điền.' })).toBeTruthy()
})

const timetable = z.object({
  name: z.string(),
  sessions: z.array(z.object({ day: z.iso.date(), room: z.string().min(1) })).max(60),
})
const twoSessions = {
  name: 'Cán bộ mới',
  sessions: [
    { day: '2027-03-15', room: 'A' },
    { day: '', room: 'B' },
  ],
}

function rows(problem: Problem | null = null) {
  return (
    <Form schema={timetable} defaultValues={twoSessions} onSubmit={vi.fn()} problem={problem}>
      <TextField name="name" label="Tên lớp" />
      {twoSessions.sessions.map(({ room }, index) => (
        <FieldRow key={room} at={`sessions.${index}`} name={`Buổi ${index + 1}`}>
          <DateField name={`sessions.${index}.day`} label="Ngày" />
          <TextField name={`sessions.${index}.room`} label="Phòng" />
        </FieldRow>
      ))}
      <SubmitButton>Gửi</SubmitButton>
    </Form>
  )
}

test('a field in a row of a list is told with the name of its row', async () => {
  await draw(rows())
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  await userEvent.click(await screen.findByRole('link', { name: 'Buổi 2, Ngày: nhập ngày.' }))
  expect(document.activeElement).toBe(screen.getAllByLabelText('Ngày')[1])
})

test('what the server says of a row leads to the row, and keeps the names in it as they are', async () => {
  const errors = [
    ['/sessions/1', 'Lớp khác đang dùng phòng này.'],
    ['/sessions/0/room', 'Phòng này đã có lớp.'],
    ['/name', 'Lưu Đình Phước đã đặt tên này.'],
    ['/venue', 'Chưa có hội trường nào.'],
  ].map(([pointer = '', detail = '']) => ({ pointer, code: 'classes.any', detail }))
  const told = { title: 'Có chỗ cần sửa.', status: 422, code: 'grammar.invalid-input' }
  await draw(rows(new Problem({ ...told, trace: 'K7Q-42', errors, details: undefined })))
  const summary = await screen.findByRole('group', { name: 'Có 4 chỗ cần sửa' })
  expect([...summary.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'Buổi 1, Phòng: phòng này đã có lớp.',
    'Buổi 2: lớp khác đang dùng phòng này.',
    'Tên lớp: Lưu Đình Phước đã đặt tên này.',
    'Chưa có hội trường nào.',
  ])
  await userEvent.click(screen.getByRole('link', { name: /^Buổi 2/ }))
  expect(document.activeElement).toBe(screen.getAllByLabelText('Ngày')[1])
})

test('a day is read as people type it and sent as a day', async () => {
  const sent = vi.fn()
  await draw(form(sent))
  await userEvent.type(screen.getByLabelText('Tên lớp'), 'Cán bộ mới')
  await userEvent.type(screen.getByLabelText('Lý do'), 'Nhiều người mới')
  await userEvent.type(screen.getByLabelText('Ngày khai giảng'), '15.3.27')
  await userEvent.type(screen.getByLabelText(/Học viên/), '58')
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  expect(sent.mock.calls[0]?.[0]).toEqual({
    name: 'Cán bộ mới',
    reason: 'Nhiều người mới',
    opensOn: '2027-03-15',
    trainees: 58,
  })
})

test('a day that does not exist is named, and stays as it was typed', async () => {
  await draw(form(vi.fn()))
  const field = screen.getByLabelText<HTMLInputElement>('Ngày khai giảng')
  await userEvent.type(field, '31/02/2027')
  await userEvent.click(screen.getByRole('button', { name: 'Gửi' }))
  expect(await screen.findAllByText(/31\/02\/2027 không phải là ngày có thật/)).toHaveLength(2)
  expect(field.value).toBe('31/02/2027')
})

test('what the server finds wrong stands at its field', async () => {
  const problem = new Problem({
    title: 'Có chỗ cần sửa trước khi gửi.',
    status: 422,
    code: 'grammar.invalid-input',
    trace: 'K7Q-42',
    errors: [{ pointer: '/name', code: 'draft.name-taken', detail: 'Đã có lớp tên này.' }],
    details: undefined,
  })
  await draw(form(vi.fn(), problem))
  expect(await screen.findByRole('link', { name: 'Tên lớp: đã có lớp tên này.' })).toBeTruthy()
  expect(screen.getByLabelText('Tên lớp').getAttribute('aria-invalid')).toBe('true')
})
