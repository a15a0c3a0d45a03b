import type { AwardForm } from '../../../domain/cycle/award-forms.ts'
import { shareOut } from '../random.ts'
import { membershipPlan } from './membership-plan.ts'

export type PastMonth = {
  month: number
  newlyDeveloped: number
  otherDecrease: number
  transferIn: number
  transferOut: number
}
export type PastUnit = {
  unitCode: string
  months: PastMonth[]
  registered: { form: AwardForm; pledge: string } | null
}

/** More are won after Tết and in the Workers' Month; most contracts end with the year. */
const winning = [6, 4, 9, 10, 12, 10, 9, 8, 9, 9, 8, 6]
const losing = [12, 10, 7, 7, 6, 7, 8, 8, 8, 8, 9, 10]
const forms: readonly AwardForm[] = ['CERTIFICATE', 'MERIT_CERTIFICATE', 'CERTIFICATE', 'FLAG']

/** The paper forms of the year before, so that each unit's net growth is what its plan recorded. */
export function lastYearUnits(planYear: number): PastUnit[] {
  const { allocations } = membershipPlan(planYear)
  return (allocations.M2 ?? []).map(({ unitCode, lastYearValue, lastYearDone }, index) => ({
    unitCode,
    months: monthsOf(lastYearDone ?? 0, index),
    // Every ninth did not register, and is not considered for all-round merit.
    registered:
      index % 9 === 4
        ? null
        : {
            form: forms[index % forms.length] ?? 'CERTIFICATE',
            pledge: `Tăng thêm ${lastYearValue ?? 0} đoàn viên; tự mở ít nhất 01 lớp tập huấn.`,
          },
  }))
}

function monthsOf(net: number, index: number): PastMonth[] {
  const decrease = Math.round(net * (0.3 + (index % 5) * 0.03)) + 12
  const [won, lost] = [shareOut(net + decrease, winning), shareOut(decrease, losing)]
  const [into, out] = [
    shareOut(Math.round(net * 0.2), winning),
    shareOut(Math.round(net * 0.23), losing),
  ]
  return winning.map((_, month) => ({
    month: month + 1,
    newlyDeveloped: won[month] ?? 0,
    otherDecrease: lost[month] ?? 0,
    transferIn: into[month] ?? 0,
    transferOut: out[month] ?? 0,
  }))
}
