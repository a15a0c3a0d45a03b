import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { writeAnswerSheet } from '../../api/answer-sheet/write.ts'
import { readBook } from '../../api/answer-sheet/read.ts'
import {
  type AnswerForm,
  EMPTY_FORM,
  placeKey,
} from '../../domain/feedback/answer-form.contract.ts'
import { NO_FACTS } from '../../domain/feedback/line-wish.ts'
import { isFault, valueIn } from '../../domain/feedback/sheet-field.ts'
import {
  draftsOf,
  type RawBook,
  startOf,
  strangerThan,
} from '../../domain/feedback/sheet-identity.ts'
import { newLinesFor, pagesOf } from '../../domain/feedback/sheet-pages.ts'
import { isTaken, isTrueTo, readRows, withSheet } from '../../domain/feedback/sheet-reading.ts'
import { strayCell, straysBeside } from '../../domain/feedback/sheet-strays.ts'
import { readNumber } from '../../domain/grammar/text.ts'
import { anyAnswer } from '../setup/any-answer.ts'
import { filledIn, sheetPlans, sheetQuestions, trainingPlan } from '../setup/answer-sheets.ts'
import { fc } from './properties.ts'

const plans = sheetPlans
const questions = sheetQuestions
const identity = {
  roundId: randomUUID(),
  answerId: randomUUID(),
  drafts: draftsOf(plans),
  questionsVersion: 1,
  revision: 3,
}

const laid = (form: AnswerForm) => {
  const newLines = newLinesFor(plans, form)
  return { newLines, pages: pagesOf({ plans, questions, newLines }) }
}

/** Through a real workbook, there and back. */
async function bookOf(form: AnswerForm): Promise<RawBook> {
  const about = { unitName: 'Đơn vị 1', number: 'GY-2027-0001', planYear: 2027 }
  const { content } = await writeAnswerSheet({
    ...laid(form),
    ...about,
    identity,
    form,
    dueAt: '2026-12-15T10:00:00.000Z',
  })
  return readBook(content)
}

function read(book: RawBook, now: AnswerForm) {
  const start = startOf(book)
  if (!start) throw new Error('not ours')
  const pages = pagesOf({ plans, questions, newLines: start.newLines })
  return { pages, start, rows: readRows(pages, book, { base: start.base, form: now }) }
}

const taking = (book: RawBook, now: AnswerForm, chosen: string[] = []) =>
  withSheet(now, read(book, now).rows, new Set(chosen))

const faultsIn = (book: RawBook, now = EMPTY_FORM) =>
  read(book, now).rows.flatMap((row) => row.faults)

const training = trainingPlan.planId
const clauses = 'Kế hoạch tập huấn, bồi dưỡng'
const clause = placeKey({ planId: training, placeKind: 'CLAUSE', placeCode: 'I.1' })

describe('a number written as text', () => {
  it.each([
    ['65.749', 65_749],
    ['1,5', 1.5],
    ['1.234,5', 1234.5],
    ['30 000', 30_000],
    ['7', 7],
    ['1.5', null],
    ['1,234,567', null],
    ['nhiều', null],
    ['-3', null],
    ['12 người', null],
  ])('%s is %s', (text, number) => expect(readNumber(text)).toBe(number))
})

describe('a cell', () => {
  const whole = { name: 'seats', kind: 'number', least: 1, most: 100, isWhole: true } as const
  const choice = {
    name: 'c',
    kind: 'choice',
    choices: [{ value: 'A', words: 'Nhất trí' }],
  } as const
  const text = { name: 't', kind: 'text', most: 5, isLine: false } as const
  it.each([
    [whole, 'nhiều', 'feedback.sheet-not-a-number'],
    [whole, 1.5, 'feedback.sheet-not-whole'],
    [whole, '0', 'feedback.sheet-out-of-range'],
    [whole, true, 'feedback.sheet-not-a-number'],
    [whole, { day: '2027-01-01' }, 'feedback.sheet-not-a-number'],
    [whole, { unreadable: '#REF!' }, 'feedback.sheet-cell-unreadable'],
    [choice, 'Đồng ý', 'feedback.sheet-not-a-choice'],
    [text, 'sáu chữ', 'feedback.sheet-too-long'],
    [text, 'a\u0007', 'feedback.sheet-signs'],
    [{ name: 'd', kind: 'day' } as const, '31/2/2027', 'feedback.sheet-not-a-day'],
  ])('%o with %s is refused: %s', (field, raw, code) => {
    const found = valueIn(field, raw)
    expect(isFault(found) && found.fault.code).toBe(code)
  })
  it.each([
    [whole, '98', 98],
    [choice, 'nhat tri ', 'A'],
    [text, '  ', null],
    [text, 'a\r\nb', 'a\nb'],
    [{ name: 'd', kind: 'day' } as const, '5/3/2027', '2027-03-05'],
    [{ name: 'd', kind: 'day' } as const, { day: '2027-03-05' }, '2027-03-05'],
    [{ name: 'd', kind: 'day' } as const, 46_361, '2026-12-05'],
  ])('%o with %s is %s', (field, raw, value) => expect(valueIn(field, raw)).toEqual({ value }))
})

describe('an answer that goes out as a sheet', () => {
  it('comes back into an empty draft as the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, async (form) => {
        const book = await bookOf(form)
        // made of the answer, brought to a draft in which nothing stands: all of it is new
        const start = startOf(book)
        const pages = pagesOf({ plans, questions, newLines: start?.newLines ?? [] })
        expect(strayCell(pages, book)).toBeNull()
        expect(straysBeside(pages, book)).toEqual([])
        const rows = readRows(pages, book, { base: new Map(), form: EMPTY_FORM })
        expect(rows.flatMap(({ faults }) => faults)).toEqual([])
        expect(withSheet(EMPTY_FORM, rows, new Set())).toEqual(form)
        // brought back to the answer itself it changes nothing
        expect(read(book, form).rows.filter((row) => isTaken(row, new Set()))).toEqual([])
        expect(isTrueTo(pages, { base: start?.base ?? new Map(), form })).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('a sheet that was filled in', () => {
  it('says cell by cell what cannot be taken, and takes the rows that can', async () => {
    const book = filledIn(
      filledIn(await bookOf(EMPTY_FORM), 'Chỉ tiêu', {
        G4: 'nhiều',
        J4: 'Còn ít người',
        G5: '1.250,5',
      }),
      clauses,
      { D4: 'Nhất trí', E4: 'nhưng', E5: 'thiếu loại', D6: 'Hỏi', E6: 'Khi nào mở?' },
    )
    expect(faultsIn(book).map(({ page, cell, code }) => [page, cell, code])).toEqual([
      [clauses, 'D4', 'feedback.sheet-agreed-with-words'],
      [clauses, 'D5', 'feedback.sheet-opinion-missing'],
      ['Chỉ tiêu', 'G4', 'feedback.sheet-not-a-number'],
    ])
    const form = taking(book, EMPTY_FORM)
    expect(Object.values(form.targetRequests).map(({ requested }) => requested)).toEqual([1250.5])
    expect(Object.values(form.comments).map(({ kind, text }) => [kind, text])).toEqual([
      ['QUESTION', 'Khi nào mở?'],
    ])
    expect(form.agreed).toEqual({})
  })

  it('changes nothing the second time, and keeps what was typed elsewhere meanwhile', async () => {
    const book = filledIn(await bookOf(EMPTY_FORM), clauses, { D4: 'Nhất trí' })
    const meanwhile = { ...EMPTY_FORM, spokesperson: { name: 'Lụa', position: 'Chuyên viên' } }
    const form = taking(book, meanwhile)
    expect(form).toEqual({ ...meanwhile, agreed: { [clause]: true } })
    expect(taking(book, form)).toEqual(form)
  })

  it('asks where the same place was written meanwhile, and takes what was chosen', async () => {
    const book = filledIn(await bookOf(EMPTY_FORM), clauses, { D4: 'Hỏi', E4: 'Trong tệp' })
    const comment = {
      planId: training,
      placeKind: 'CLAUSE' as const,
      placeCode: 'I.1',
      kind: 'DIFFICULTY' as const,
      text: 'Trên máy chủ',
      suggestedText: 'Câu mới',
    }
    const now = { ...EMPTY_FORM, comments: { [clause]: comment } }
    const { rows } = read(book, now)
    const conflicts = rows.filter(({ isConflict }) => isConflict)
    expect(
      conflicts.map(({ changes }) => changes.map(({ before, after }) => [before, after])),
    ).toEqual([
      [
        ['DIFFICULTY', 'QUESTION'],
        ['Trên máy chủ', 'Trong tệp'],
      ],
    ])
    expect(taking(book, now)).toEqual(now)
    const chosen = taking(
      book,
      now,
      conflicts.map(({ row }) => row.key),
    )
    expect(chosen.comments[clause]).toEqual({ ...comment, kind: 'QUESTION', text: 'Trong tệp' })
    expect(taking(book, chosen)).toEqual(chosen)
  })

  it('is never taken half: words of the sheet beside an agreement of the server are a choice', async () => {
    const comment = {
      planId: training,
      placeKind: 'CLAUSE' as const,
      placeCode: 'I.1',
      kind: 'CORRECTION' as const,
      text: 'Lý do',
      suggestedText: null,
    }
    const before = { ...EMPTY_FORM, comments: { [clause]: comment } }
    const book = filledIn(await bookOf(before), clauses, { F4: 'Câu chữ mới' })
    const now = { ...EMPTY_FORM, agreed: { [clause]: true } }
    expect(read(book, now).rows.filter(({ isConflict }) => isConflict)).toHaveLength(1)
    expect(taking(book, now)).toEqual(now)
  })

  it('asks of a class only what is written, and a class of one’s own', async () => {
    const book = filledIn(await bookOf(EMPTY_FORM), 'Lớp tập huấn', {
      F4: 'Sửa số liệu',
      I4: 50,
      K4: 'Hội trường nhỏ',
      I5: 40,
      G6: 'Kỹ năng số',
    })
    expect(faultsIn(book).map(({ cell, code }) => [cell, code])).toEqual([
      ['F5', 'feedback.sheet-facts-without-change'],
    ])
    const lines = Object.values(taking(book, EMPTY_FORM).comments).map((comment) => comment.line)
    expect(lines).toEqual([
      { ...NO_FACTS, seats: 50, wish: 'CHANGE' },
      { ...NO_FACTS, topic: 'Kỹ năng số', wish: 'NEW' },
    ])
  })

  it('says where its layout was changed, and what stands beside it', async () => {
    const book = await bookOf(EMPTY_FORM)
    const { pages } = laid(EMPTY_FORM)
    expect(strayCell(pages, filledIn(book, clauses, { A5: 'I.1' }))).toMatchObject({
      code: 'feedback.sheet-changed',
      page: clauses,
      cell: 'A5',
    })
    const without = new Map([...book].filter(([page]) => page !== 'Đơn vị'))
    expect(strayCell(pages, without)).toMatchObject({ page: 'Đơn vị' })
    expect(straysBeside(pages, filledIn(book, clauses, { H4: 'ghi chú', A40: 'x' }))).toMatchObject(
      [
        { page: clauses, cell: 'H4' },
        { page: clauses, cell: 'A40' },
      ],
    )
  })
})

describe('whose sheet it is', () => {
  it.each([
    ['roundId', randomUUID(), 'feedback.sheet-of-another-round'],
    ['answerId', randomUUID(), 'feedback.sheet-of-another-unit'],
    ['drafts', `${training}:0`, 'feedback.sheet-of-another-draft'],
    ['questionsVersion', 0, 'feedback.sheet-of-other-questions'],
    ['revision', 9, 'feedback.sheet-not-ours'],
  ])('another %s is told from its own', async (name, value, code) => {
    const start = startOf(await bookOf(EMPTY_FORM))
    if (!start) throw new Error('not ours')
    expect(start.identity).toEqual(identity)
    expect(strangerThan(start.identity, identity)).toBeNull()
    expect(strangerThan({ ...start.identity, [name]: value }, identity)).toBe(code)
  })

  it('a workbook without the hidden page is nobody’s', async () => {
    const book = await bookOf(EMPTY_FORM)
    expect(startOf(new Map([...book].filter(([page]) => page !== 'phieu')))).toBeNull()
    expect(startOf(filledIn(book, 'phieu', { B6: true }))).toBeNull()
  })
})
