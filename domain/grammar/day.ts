import type { Obstacle } from './obstacle.ts'

declare const dayMark: unique symbol

/** A day of the calendar, 'YYYY-MM-DD', without a time and without a zone. */
export type Day = string & { readonly [dayMark]: true }

const DAY_MS = 86_400_000
/** Viet Nam has kept UTC+7 without summer time since 1975. */
const OFFSET_MS = 7 * 3_600_000

const inUtc = (value: Day): Date => new Date(`${value}T00:00:00Z`)
// A Date prints exactly the branded form, so the mark is safe here.
const fromUtc = (date: Date): Day => date.toISOString().slice(0, 10) as Day
const twoDigits = (n: number): string => String(n).padStart(2, '0')

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The same text as a `Day`; throws on anything else (for texts that were parsed before). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Reads what people type: 15/3/2027, 15.3.27, 15-03-2027, 15032027, 2027-03-15. */
export function parseDay(raw: string): { day: Day } | { problem: Obstacle } {
  const text = raw.trim()
  if (text === '') return { problem: { code: 'grammar.day-missing' } }
  const parts = dayFirst(text) ?? yearFirst(text)
  if (!parts) return { problem: { code: 'grammar.day-unreadable', params: { raw: text } } }
  const candidate = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.date.padStart(2, '0')}`
  if (!isDay(candidate)) return { problem: { code: 'grammar.not-a-day', params: { raw: text } } }
  return { day: candidate }
}

type Parts = { year: string; month: string; date: string }

function dayFirst(text: string): Parts | undefined {
  const separated = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/
  const [, date, month, year] = separated.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? []
  if (!date || !month || !year) return undefined
  return { date, month, year: year.length === 2 ? `20${year}` : year }
}

function yearFirst(text: string): Parts | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  return year && month && date ? { date, month, year } : undefined
}

export function addDays(from: Day, days: number): Day {
  return fromUtc(new Date(inUtc(from).getTime() + days * DAY_MS))
}

/** How many days lie from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((inUtc(to).getTime() - inUtc(from).getTime()) / DAY_MS)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(value: Day): number {
  return inUtc(value).getUTCDay() || 7
}

export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function laterDay(a: Day, b: Day): Day {
  return a < b ? b : a
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4))
}

export function monthOf(value: Day): number {
  return Number(value.slice(5, 7))
}

export function dateOf(value: Day): number {
  return Number(value.slice(8, 10))
}

/** Which day it is in Viet Nam at that instant. */
export function dayOfInstant(instant: string | Date): Day {
  return fromUtc(new Date(new Date(instant).getTime() + OFFSET_MS))
}

/** What the clocks of Viet Nam show at that instant: '14:32'. */
export function timeOfInstant(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(11, 16)
}

/**
 * The instant at which the clocks of Viet Nam show this time on that day. Written in UTC, like
 * every instant that comes from the database, so that two of them compare as text.
 */
export function instantAt(value: Day, time: string): string {
  return new Date(`${value}T${time}:00+07:00`).toISOString()
}

/** Decree 30: days under 10 and months 1 and 2 carry a zero, months 3 to 9 do not. */
function writtenMonth(value: Day): string {
  const month = monthOf(value)
  return month < 3 ? twoDigits(month) : String(month)
}

/** '05/9/2026', '18/12/2026'. */
export function writeDay(value: Day): string {
  return `${writeDayAndMonth(value)}/${yearOf(value)}`
}

/** '05/9'. */
export function writeDayAndMonth(value: Day): string {
  return `${twoDigits(dateOf(value))}/${writtenMonth(value)}`
}

/** As papers write it: 'ngày 05 tháng 9 năm 2026'. */
export function writePaperDate(value: Day): string {
  return `ngày ${twoDigits(dateOf(value))} tháng ${writtenMonth(value)} năm ${yearOf(value)}`
}
