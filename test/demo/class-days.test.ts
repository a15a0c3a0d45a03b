import { expect, test } from 'vitest'
import { clocksToday } from '../../local/demo-year/class-days.ts'

test('the sessions of today begin at midnight at the earliest, follow each other, and one goes on', () => {
  for (const clock of ['00:04', '00:31', '07:02', '15:48', '23:59']) {
    const { over, going } = clocksToday(new Date(`2026-12-18T${clock}:00+07:00`))
    const all = [...over, going]
    for (const [index, { from, to }] of all.entries()) {
      expect(from < to, `${clock}: ${from}–${to}`).toBe(true)
      expect(from >= (all[index - 1]?.to ?? '00:00'), clock).toBe(true)
    }
    expect(going.from <= clock && clock <= going.to, clock).toBe(true)
    expect(over.every(({ to }) => to <= clock)).toBe(true)
  }
})
