import { writeNumber } from '../grammar/text.ts'
import type { PrintedLine } from './plan-content.ts'

/** A class line in one sentence, as it is compared and read outside the annex's table. */
export function wordsOfLine(line: PrintedLine): string {
  const { topic, audience, days, seats, month, venue, leadUnit, budgetDong } = line
  const facts = [`${writeNumber(days)} ngày`, `${writeNumber(seats)} học viên`, `tháng ${month}`]
  const budget = `${writeNumber(budgetDong)} đồng`
  return [topic, audience, ...facts, venue, leadUnit, budget].filter(Boolean).join('; ')
}
