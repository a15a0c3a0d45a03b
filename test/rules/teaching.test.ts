import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ATTENDANCE_MARKS,
  type AttendanceMark,
  obstaclesToMarking,
  presenceOf,
} from '../../domain/classes/attendance.ts'
import {
  obstaclesToCertifying,
  readRegisterNo,
  writeRegisterNo,
} from '../../domain/classes/certificate.ts'
import { gradeOf, qualityOf, readMark, writeMark } from '../../domain/classes/marks.ts'
import { newVerifyCode, readVerifyCode } from '../../domain/classes/verify-code.ts'

const codesOf = (obstacles: readonly { code: string }[]) => obstacles.map(({ code }) => code)

describe('attendance', () => {
  const session = { startsAt: '2027-04-13T01:00:00.000Z' }
  const marking = (more: object) =>
    codesOf(
      obstaclesToMarking({
        mark: 'PRESENT',
        because: null,
        earlier: null,
        session,
        now: '2027-04-13T01:30:00.000Z',
        at: '/marks/0',
        ...more,
      }),
    )

  it('is refused before the session begins', () => {
    expect(marking({ now: '2027-04-13T00:59:59.999Z' })).toEqual(['classes.session-not-begun'])
    expect(marking({ now: session.startsAt })).toEqual([])
  })

  it('asks for a word where somebody is excused', () => {
    expect(marking({ mark: 'EXCUSED' })).toEqual(['classes.excuse-needed'])
    expect(marking({ mark: 'EXCUSED', because: 'đi công tác' })).toEqual([])
  })

  it('is tapped again on the day itself, and corrected with a reason from the next day on', () => {
    const lastMinute = '2027-04-13T16:59:59.000Z'
    expect(marking({ earlier: 'ABSENT', now: lastMinute })).toEqual([])
    const nextDay = '2027-04-13T17:00:00.000Z'
    expect(marking({ earlier: 'ABSENT', now: nextDay })).toEqual([
      'classes.correction-reason-needed',
    ])
    expect(marking({ earlier: 'ABSENT', now: nextDay, because: 'ghi nhầm' })).toEqual([])
  })

  it('taken in a hall without a line and sent a day later needs no reason', () => {
    expect(marking({ now: '2027-04-14T02:00:00.000Z' })).toEqual([])
  })

  it('counts who was there, late or not; an excuse explains and does not teach', () => {
    const marks = new Map<string, AttendanceMark>(
      ATTENDANCE_MARKS.map((mark, index) => [`s${index}`, mark]),
    )
    expect(presenceOf(['s0', 's1', 's2', 's3', 's4'], marks)).toEqual({
      attended: 2,
      sessions: 5,
      unmarked: 1,
      percent: 40,
    })
  })
})

describe('marks', () => {
  const rule = { testRequired: true, passMark: 5, maxMark: 10 }

  it('are read as they are typed and pasted', () => {
    expect(readMark('8,5', rule)).toEqual({ mark: 8.5 })
    expect(readMark(' 8.5 ', rule)).toEqual({ mark: 8.5 })
    expect(readMark('10', rule)).toEqual({ mark: 10 })
    expect(readMark('', rule)).toEqual({ mark: null })
  })

  it.each([
    ['nhiều', 'classes.mark-not-a-number'],
    ['8,5,1', 'classes.mark-not-a-number'],
    ['-1', 'classes.mark-not-a-number'],
    ['1e1', 'classes.mark-not-a-number'],
    ['10,01', 'classes.mark-out-of-range'],
    ['85', 'classes.mark-out-of-range'],
    ['8,255', 'classes.mark-too-fine'],
  ])('%s is refused with its reason', (typed, code) => {
    const read = readMark(typed, rule)
    expect('problem' in read && read.problem.code).toBe(code)
  })

  it('are written with a comma and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (hundredths) => {
        expect(readMark(writeMark(hundredths / 100), rule)).toEqual({ mark: hundredths / 100 })
      }),
    )
    expect([writeMark(7), writeMark(8.5), writeMark(8.25)]).toEqual(['7,0', '8,5', '8,25'])
  })

  it('have a grade from the pass mark on', () => {
    const grades = [4.99, 5, 6.49, 6.5, 7.99, 8, 10].map((mark) => gradeOf(mark, rule))
    expect(grades).toEqual([null, 'AVERAGE', 'AVERAGE', 'GOOD', 'GOOD', 'EXCELLENT', 'EXCELLENT'])
  })

  it('give the quality that stands beside the number of heads', () => {
    const results = [
      { attended: 6, sessions: 6, mark: 8.5 },
      { attended: 5, sessions: 6, mark: 4 },
      { attended: 0, sessions: 6, mark: null },
      { attended: 6, sessions: 6, mark: undefined },
    ]
    expect(qualityOf(results, rule)).toEqual({
      trainees: 4,
      attendancePercent: 70,
      sat: 2,
      passed: 1,
      passPercent: 25,
      averageMark: 6.25,
    })
  })
})

describe('a certificate', () => {
  const rule = { testRequired: true, passMark: 5, maxMark: 10, minAttendancePercent: 80 }
  const presence = { attended: 6, sessions: 6, unmarked: 0, percent: 100 }
  const why = (mark: number | null | undefined, more = {}, rules = {}) =>
    codesOf(
      obstaclesToCertifying({ presence: { ...presence, ...more }, mark }, { ...rule, ...rules }),
    )

  it('is for those who were there and passed', () => {
    expect(why(5)).toEqual([])
    expect(why(undefined, {}, { testRequired: false })).toEqual([])
  })

  it('is not given for attendance alone, nor for the test alone; each reason is named', () => {
    expect(why(4.9)).toEqual(['classes.mark-below-pass'])
    expect(why(null)).toEqual(['classes.test-not-sat'])
    expect(why(undefined)).toEqual(['classes.mark-missing'])
    const absent = { attended: 4, percent: 66 }
    expect(why(9, absent)).toEqual(['classes.attendance-too-low'])
    expect(why(3, absent)).toEqual(['classes.attendance-too-low', 'classes.mark-below-pass'])
  })

  it('waits while a session is not marked that could still decide it', () => {
    expect(why(9, { attended: 4, percent: 66, unmarked: 1 })).toEqual([
      'classes.attendance-not-complete',
    ])
  })

  it('has a number that is read back however it was copied', () => {
    const written = writeRegisterNo({ number: 138, year: 2027, body: 'LĐLĐ' })
    expect(written).toBe('0138/2027/CN-LĐLĐ')
    for (const typed of [written, ' 138/2027/cn-ldld', 'Số: 0138 / 2027 / CN-LĐLĐ'])
      expect(readRegisterNo(typed)).toEqual({ number: 138, year: 2027, body: 'ldld' })
    expect(readRegisterNo('0138/2027')).toEqual({ number: 138, year: 2027, body: null })
    for (const typed of ['', '138', "1/2027' or 1=1", '1/27', '1234567/2027'])
      expect(readRegisterNo(typed)).toBeNull()
  })
})

describe('a verify code', () => {
  const drawn = fc.array(fc.nat(1_000), { minLength: 11, maxLength: 11 }).map((numbers) => {
    const left = [...numbers]
    return newVerifyCode((limit) => (left.pop() ?? 0) % limit)
  })

  it('is twelve signs in three groups, none of which looks like another', () => {
    fc.assert(
      fc.property(drawn, (code) => {
        expect(code).toMatch(/^[34679ACDEFGHJKMNPRTVWXY]{4}(-[34679ACDEFGHJKMNPRTVWXY]{4}){2}$/)
        expect(readVerifyCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toEqual({
          code,
          isWhole: true,
        })
      }),
    )
  })

  it('shows every single mistake and every two neighbours exchanged', () => {
    const signs = '34679ACDEFGHJKMNPRTVWXY'
    fc.assert(
      fc.property(drawn, fc.nat(11), fc.nat(21), (code, place, shift) => {
        const plain = Array.from(code.replaceAll('-', ''))
        const at = signs.indexOf(plain[place] ?? '')
        const wrong = [...plain]
        wrong[place] = signs[(at + shift + 1) % signs.length] ?? ''
        expect(readVerifyCode(wrong.join(''))?.isWhole).toBe(false)
        const next = (place + 1) % 12
        const exchanged = [...plain]
        exchanged[place] = plain[next] ?? ''
        exchanged[next] = plain[place] ?? ''
        if (plain[place] !== plain[next] && next > place)
          expect(readVerifyCode(exchanged.join(''))?.isWhole).toBe(false)
      }),
    )
  })

  it('is nothing else', () => {
    for (const typed of ['', 'A', 'ACDE-FGHJ-KMN', 'x'.repeat(60)])
      expect(readVerifyCode(typed)).toBeNull()
    expect(readVerifyCode('OOOO-OOOO-OOOO')).toMatchObject({ isWhole: false })
  })
})
