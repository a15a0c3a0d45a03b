import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { Place } from '../../domain/feedback/places.ts'
import type { AnswerDocument } from '../../web/feedback/answer-document.ts'
import { ClauseOpinion } from '../../web/feedback/ClauseOpinion.tsx'
import { TargetRow } from '../../web/feedback/TargetRow.tsx'
import { membersTarget, shareOf } from '../setup/printed.ts'
import { draw } from './setup.tsx'

const planId = '0b7c9a52-6f0d-4a06-8a3e-2f1f1f6f7a01'
const target: ConsultedPlan['targets'][number] = {
  ...membersTarget,
  value: 4300,
  allocation: {
    ...shareOf({ id: planId, code: 'U001', name: 'Công đoàn phường Số 1' }),
    value: 1200,
    lastYearDone: 1088,
  },
}
const place: Place = {
  key: `${planId}:CLAUSE:II.3`,
  planId,
  placeKind: 'CLAUSE',
  placeCode: 'II.3',
  section: 'II. CHỈ TIÊU',
  heading: 'Thời gian',
  text: 'Mỗi lớp học 03 ngày liên tục.',
}

/** The form as it stands after each key, for the tests to look at. */
const now: { form: AnswerForm } = { form: EMPTY_FORM }

function Kept({ children }: { children: (document: AnswerDocument) => React.ReactNode }) {
  const [form, setForm] = useState(EMPTY_FORM)
  now.form = form
  const document: AnswerDocument = {
    value: form,
    state: { kind: 'none' },
    edit: (change) => setForm((before) => (typeof change === 'function' ? change(before) : change)),
    flush: async () => true,
    resolve: setForm,
    revision: () => 0,
  }
  return children(document)
}

const drawRow = () =>
  draw(
    <Kept>
      {(document) => (
        <table>
          <tbody>
            <TargetRow {...{ planId, target, document }} planYear={2027} warnings={[]} />
          </tbody>
        </table>
      )}
    </Kept>,
  )

function Clause() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Kept>
      {({ value, edit }) => (
        <ClauseOpinion form={value} onOpen={() => setIsOpen(true)} {...{ place, edit, isOpen }} />
      )}
    </Kept>
  )
}

test('a target stands as it was assigned until another figure is written', async () => {
  await drawRow()
  expect(screen.getByText('Như được giao')).toBeTruthy()
  const figure = screen.getByLabelText<HTMLInputElement>('Đơn vị đề nghị: Kết nạp đoàn viên mới')
  expect(figure.value).toBe('1.200')
  await userEvent.clear(figure)
  await userEvent.type(figure, '950,5')
  expect(Object.values(now.form.targetRequests)).toMatchObject([{ requested: 950.5, reason: null }])
})

test('the reasons that were written survive a change of the figure', async () => {
  await drawRow()
  const figure = screen.getByLabelText('Đơn vị đề nghị: Kết nạp đoàn viên mới')
  await userEvent.clear(figure)
  await userEvent.type(figure, '900')
  await userEvent.type(screen.getByLabelText('Đặc thù của đơn vị'), 'Ít cơ sở.')
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Không đủ người')
  await userEvent.clear(figure)
  // the figure that was assigned lies on the way
  await userEvent.type(figure, '1200')
  await userEvent.clear(figure)
  await userEvent.type(figure, '950')
  expect(Object.values(now.form.targetRequests)).toMatchObject([
    { requested: 950, reason: 'NO_PEOPLE', particularity: 'Ít cơ sở.' },
  ])
})

test('the figure as assigned is no request', async () => {
  await drawRow()
  const figure = screen.getByLabelText('Đơn vị đề nghị: Kết nạp đoàn viên mới')
  await userEvent.clear(figure)
  await userEvent.type(figure, '900')
  await userEvent.clear(figure)
  await userEvent.type(figure, '1200')
  expect(now.form.targetRequests).toEqual({})
  expect(screen.getByText('Như được giao')).toBeTruthy()
})

test('a new wording begins with the words of the clause and shows what differs', async () => {
  await draw(<Clause />)
  await userEvent.click(screen.getByRole('button', { name: 'Đề nghị sửa' }))
  const wording = screen.getByLabelText<HTMLTextAreaElement>('Câu chữ đồng chí đề nghị')
  expect(wording.value).toBe(place.text)
  await userEvent.clear(wording)
  await userEvent.type(wording, 'Mỗi lớp học 02 ngày liên tục.')
  expect(now.form.comments[place.key]).toMatchObject({
    kind: 'CORRECTION',
    suggestedText: 'Mỗi lớp học 02 ngày liên tục.',
  })
  const changed = screen.getByRole('group', { name: /sửa/i })
  expect(changed.querySelector('del')?.textContent).toContain('03')
  expect(changed.querySelector('ins')?.textContent).toContain('02')
})

test('whoever turns a wording into a question keeps the words already written', async () => {
  await draw(<Clause />)
  await userEvent.click(screen.getByRole('button', { name: 'Đề nghị sửa' }))
  await userEvent.type(screen.getByLabelText('Lý do'), 'Cán bộ làm ca.')
  await userEvent.click(screen.getByRole('button', { name: 'Hỏi' }))
  expect(now.form.comments[place.key]).toMatchObject({
    kind: 'QUESTION',
    text: 'Cán bộ làm ca.',
    suggestedText: null,
  })
  expect(screen.getByLabelText<HTMLTextAreaElement>('Câu hỏi').value).toBe('Cán bộ làm ca.')
})

test('a place is either agreed to or spoken about', async () => {
  await draw(<Clause />)
  await userEvent.click(screen.getByRole('button', { name: 'Hỏi' }))
  await userEvent.click(screen.getByRole('button', { name: 'Nhất trí' }))
  expect(now.form).toMatchObject({ agreed: { [place.key]: true }, comments: {} })
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Hỏi' })))
  expect(now.form.agreed).toEqual({})
})
