import { addDays, compareDays, type Day, day, weekdayOf } from '../grammar/day.ts'
import { hungKingsDayOf, tetOf } from '../grammar/lunar.ts'
import type { Holiday } from '../grammar/working-days.ts'

/** A proposed row of the holiday table; provisional until the yearly decree confirms it. */
export type ProposedHoliday = Holiday & { provisional: boolean }

const SATURDAY = 6

function off(value: Day, name: string, provisional: boolean): ProposedHoliday {
  return { day: value, kind: 'OFF', name, provisional }
}

/** Five days: the last of the old lunar year and the first four of the new one. */
function tet(year: number): ProposedHoliday[] {
  const first = tetOf(year)
  return [-1, 0, 1, 2, 3].map((shift) => off(addDays(first, shift), 'Tết Nguyên đán', true))
}

/** The second day of the National Day is the one that makes the longer rest; decreed each year. */
function nationalDays(year: number): ProposedHoliday[] {
  const itself = day(`${year}-09-02`)
  const besideWeekendAfter = [1, 4].includes(weekdayOf(itself))
  const second = addDays(itself, besideWeekendAfter ? 1 : -1)
  return [off(itself, 'Quốc khánh', false), off(second, 'Quốc khánh', true)]
}

/** A holiday on a weekend is made up for on the next day that is neither (Labour Code, Art. 111). */
function withSubstitutes(holidays: readonly ProposedHoliday[]): ProposedHoliday[] {
  const rows = [...holidays]
  for (const holiday of holidays.filter((row) => weekdayOf(row.day) >= SATURDAY)) {
    let substitute = addDays(holiday.day, 1)
    while (weekdayOf(substitute) >= SATURDAY || rows.some((row) => row.day === substitute)) {
      substitute = addDays(substitute, 1)
    }
    rows.push(off(substitute, `Nghỉ bù ${holiday.name}`, true))
  }
  return rows
}

/**
 * The days off of a year as the law names them. Lunar days, substitutes and the second National
 * Day are provisional: the yearly decree may lay them elsewhere, and an administrator changes the row.
 */
export function holidaysOfYear(year: number): ProposedHoliday[] {
  return withSubstitutes([
    off(day(`${year}-01-01`), 'Tết Dương lịch', false),
    ...tet(year),
    off(hungKingsDayOf(year), 'Giỗ Tổ Hùng Vương', true),
    off(day(`${year}-04-30`), 'Ngày Chiến thắng', false),
    off(day(`${year}-05-01`), 'Ngày Quốc tế Lao động', false),
    ...nationalDays(year),
  ]).toSorted((a, b) => compareDays(a.day, b.day))
}

/** The working weeks around Tết, Monday to Friday, in which no class should be held. */
export function tetWeeks(year: number): { from: Day; to: Day } {
  const eve = addDays(tetOf(year), -1)
  const fourth = addDays(eve, 4)
  return { from: addDays(eve, 1 - weekdayOf(eve)), to: addDays(fourth, 5 - weekdayOf(fourth)) }
}
