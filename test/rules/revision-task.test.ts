import { describe, expect, it } from 'vitest'
import { day } from '../../domain/grammar/day.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import {
  isUnfinished,
  obstaclesToDue,
  obstaclesToReporting,
  taskReminders,
  taskState,
} from '../../domain/revision/task.ts'

const newYear: Holiday = { day: day('2027-01-01'), kind: 'OFF', name: 'Tết Dương lịch' }

describe('a task of a department', () => {
  it('is over once its report is accepted, and open again when it is returned', () => {
    const state = (isAccepted: boolean | null) =>
      taskState({ isWithdrawn: false, lastReport: { isAccepted } })
    expect(taskState({ isWithdrawn: false, lastReport: null })).toBe('OPEN')
    expect([state(null), state(false), state(true)]).toEqual(['REPORTED', 'OPEN', 'ACCEPTED'])
    expect(taskState({ isWithdrawn: true, lastReport: { isAccepted: null } })).toBe('WITHDRAWN')
    expect(
      ['OPEN', 'REPORTED', 'ACCEPTED', 'WITHDRAWN'].filter((each) =>
        isUnfinished({ state: taskStateOf(each) }),
      ),
    ).toEqual(['OPEN', 'REPORTED'])
  })

  it('falls due on a working day that is still to come', () => {
    const codes = (dueOn: string) =>
      obstaclesToDue(day(dueOn), { today: day('2026-12-28'), holidays: [newYear] }).map(
        ({ code }) => code,
      )
    expect(codes('2026-12-31')).toEqual([])
    expect(codes('2026-12-28')).toEqual([])
    expect(codes('2027-01-01')).toEqual(['revision.task-due-at-rest'])
    expect(codes('2027-01-02')).toEqual(['revision.task-due-at-rest'])
    expect(codes('2026-12-25')).toEqual(['revision.task-due-gone-by'])
  })

  it('is not done by words alone', () => {
    const codes = (proof: Parameters<typeof obstaclesToReporting>[0]) =>
      obstaclesToReporting(proof).map(({ code }) => code)
    const changed = ['CLAUSE II.1']
    expect(codes({ claimed: [], changed, files: 0 })).toEqual(['revision.task-unproved'])
    expect(codes({ claimed: ['CLAUSE II.2'], changed, files: 1 })).toEqual([
      'revision.task-place-unchanged',
    ])
    expect(codes({ claimed: changed, changed, files: 0 })).toEqual([])
    expect(codes({ claimed: [], changed: [], files: 1 })).toEqual([])
  })

  it('is reminded of two working days before its day, and on the first and fifth after it', () => {
    const at = (dueOn: string, assignedAt = '2026-12-01T02:00:00.000Z') =>
      taskReminders({ dueOn: day(dueOn), assignedAt }, [newYear]).map(
        ({ moment, at: when }) => `${moment} ${when.slice(0, 16)}`,
      )
    // Thursday; Friday is a holiday
    expect(at('2026-12-31')).toEqual([
      'D-2 2026-12-29T01:00',
      'D+1 2027-01-04T01:00',
      'D+5 2027-01-08T01:00',
    ])
    // given when the first moment has gone by: nobody is reminded of what was just said
    expect(at('2026-12-31', '2026-12-30T02:00:00.000Z')).toHaveLength(2)
    // the day itself has become a holiday
    expect(at('2027-01-01')[0]).toBe('D-2 2026-12-30T01:00')
  })
})

function taskStateOf(state: string) {
  if (state === 'OPEN' || state === 'REPORTED' || state === 'ACCEPTED') return state
  return 'WITHDRAWN'
}
