import { nearestNewMoon, newMoon, sunLongitude } from './astronomy.ts'
import { addDays, type Day, day, daysBetween, yearOf } from './day.ts'

/** A day of the Vietnamese lunar calendar, which is reckoned at UTC+7. */
export type LunarDay = { year: number; month: number; date: number; isLeap: boolean }

type LunarMonth = { first: Day; year: number; month: number; isLeap: boolean }

const EPOCH = day('2000-01-01')
/** The Julian day at which 1 January 2000 begins in Viet Nam. */
const EPOCH_JULIAN = 2451544.5 - 7 / 24

const dayOfJulian = (julian: number): Day => addDays(EPOCH, Math.floor(julian - EPOCH_JULIAN))
const startOf = (value: Day): number => EPOCH_JULIAN + daysBetween(EPOCH, value)
/** In which twelfth of its way the sun stands when this day begins. */
const sectorAt = (value: Day): number => Math.floor(sunLongitude(startOf(value)) / 30)

/** The number of the new moon that begins the month of the winter solstice (month 11). */
function solsticeMoon(year: number): number {
  const solstice = solsticeOf(year)
  const near = nearestNewMoon(startOf(solstice))
  const begun = [near + 1, near, near - 1].find((k) => dayOfJulian(newMoon(k)) <= solstice)
  return begun ?? near - 2
}

/** The day in whose course the sun reaches 270 degrees. */
function solsticeOf(year: number): Day {
  let candidate = day(`${year}-12-19`)
  while (sectorAt(addDays(candidate, 1)) < 9) candidate = addDays(candidate, 1)
  return candidate
}

/**
 * The months from one winter solstice to the next. Where thirteen begin, the first in which the
 * sun enters no new twelfth is the leap month and carries the number of the one before.
 */
function monthsFrom(year: number): LunarMonth[] {
  const first = solsticeMoon(year)
  const count = solsticeMoon(year + 1) - first
  const starts = Array.from({ length: count + 1 }, (_, i) => dayOfJulian(newMoon(first + i)))
  const leap =
    count === 13 ? starts.findIndex((start, i) => isWithoutTerm(start, starts[i + 1])) : -1
  return starts.slice(0, count).map((start, i) => {
    const place = leap >= 0 && i >= leap ? i - 1 : i
    const month = ((place + 10) % 12) + 1
    return { first: start, month, isLeap: i === leap, year: month >= 11 ? year : year + 1 }
  })
}

function isWithoutTerm(start: Day, next: Day | undefined): boolean {
  return next !== undefined && sectorAt(start) === sectorAt(next)
}

/** Enough months to hold every day of a solar year. */
function monthsAround(year: number): LunarMonth[] {
  return [...monthsFrom(year - 1), ...monthsFrom(year)]
}

export function lunarOf(value: Day): LunarDay {
  const held = monthsAround(yearOf(value)).findLast((month) => month.first <= value)
  if (!held) throw new RangeError(`no lunar month holds ${value}`)
  const { first, ...month } = held
  return { ...month, date: daysBetween(first, value) + 1 }
}

/** The day on which a date of the lunar calendar falls; null where that month has no such date. */
export function dayOfLunar(wanted: LunarDay): Day | null {
  const months = [...monthsFrom(wanted.year - 1), ...monthsFrom(wanted.year)]
  const month = months.find(
    (each) =>
      each.year === wanted.year && each.month === wanted.month && each.isLeap === wanted.isLeap,
  )
  if (!month || wanted.date < 1) return null
  const found = addDays(month.first, wanted.date - 1)
  const sameMonth = lunarOf(found).month === wanted.month && wanted.date <= 30
  return sameMonth ? found : null
}

/** The first day of the lunar year that begins in this solar year. */
export function tetOf(year: number): Day {
  return expected({ year, month: 1, date: 1, isLeap: false })
}

/** The anniversary of the Hùng kings, the tenth of the third month. */
export function hungKingsDayOf(year: number): Day {
  return expected({ year, month: 3, date: 10, isLeap: false })
}

function expected(wanted: LunarDay): Day {
  const found = dayOfLunar(wanted)
  if (!found) throw new RangeError(`no day ${wanted.date}/${wanted.month} in lunar ${wanted.year}`)
  return found
}

const MONTH_NAMES = [
  'Giêng',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Một',
  'Chạp',
]

/** '27 tháng Chạp', 'mùng 1 tháng Giêng', '15 tháng Sáu nhuận'. */
export function lunarLabel(value: Day): string {
  const { date, month, isLeap } = lunarOf(value)
  const written = date <= 10 ? `mùng ${date}` : String(date)
  return `${written} tháng ${MONTH_NAMES[month - 1] ?? month}${isLeap ? ' nhuận' : ''}`
}
