import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RibbonView, StationView } from '../../domain/cycle/cycle.contract.ts'
import { PHASES } from '../../domain/cycle/phases.ts'
import { YearRibbon } from '../../web/app/YearRibbon.tsx'
import { drawAt } from './setup.tsx'

const days: Partial<Record<StationView['phase'], Partial<StationView>>> = {
  needs: { state: 'done', skipped: true },
  draft: { state: 'done' },
  feedback: { state: 'now', from: '2026-12-07', to: '2026-12-18' },
}

const ribbon: RibbonView = {
  planYear: 2027,
  phase: 'feedback',
  isClosed: false,
  workingDaysLeft: 3,
  stations: PHASES.map((phase, index) => ({
    phase,
    step: index + 1,
    state: 'later',
    from: null,
    to: null,
    skipped: false,
    count: null,
    ...days[phase],
  })),
}

/** What a reader of screens hears of each station. */
async function heard(full: boolean): Promise<string[]> {
  await drawAt(<YearRibbon year={2027} ribbon={ribbon} full={full} />)
  const stations = await screen.findAllByRole('listitem')
  return stations.map((each) => each.textContent.replace(/^\d/, ''))
}

test('a station that was left before its days is read out in words', async () => {
  const [needs, draft, feedback, revision] = await heard(false)
  expect(needs).toBe('Nhu cầu, không khảo sát. Xong')
  expect(draft).toBe('Dự thảo, xong trước lịch. Xong')
  expect(feedback).toBe('Góp ýcòn 3 ngày, 07/12–18/12. Đang làm')
  expect(revision).toBe('Chỉnh sửa. Chưa đến')
})

test('the full ribbon shows the same words in place of the days', async () => {
  const [, draft] = await heard(true)
  expect(draft).toBe('xong trước lịchDự thảo. Xong')
})

test('a year that is over folds up as well, and says so', async () => {
  const stations = ribbon.stations.map((each) => ({ ...each, state: 'done' as const }))
  await drawAt(<YearRibbon year={2027} ribbon={{ ...ribbon, isClosed: true, stations }} />)
  expect(await screen.findByRole('button', { name: 'Đã qua cả 8 bước' })).toBeDefined()
})
