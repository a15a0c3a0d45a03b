import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BallotCheck, type BallotDraft } from '../../web/approval/BallotCheck.tsx'
import type { Submitted } from '../../web/approval/words.ts'
import { drawAt } from './setup.tsx'

const approvalId = '0b7c9a52-6f0d-4a06-8a3e-2f1f1f6f7a02'
const contentSha256 = 'a'.repeat(64)
// only what the check page reads of a dossier
const dossier = {
  plan: { title: 'Kế hoạch tập huấn năm 2027' },
  approval: { id: approvalId, contentSha256 },
} as Submitted

const reply = {
  reference: 'BP-2027-0003',
  vote: 'DISAGREE',
  remark: 'Chưa rõ kinh phí.',
  castAt: '2026-12-20T03:00:00Z',
}
const fetched = vi.fn(async (_: string, __: RequestInit) => Response.json(reply))
beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  fetched.mockReset()
  fetched.mockImplementation(async () => Response.json(reply))
  vi.unstubAllGlobals()
})

const check = (ballot: BallotDraft) =>
  drawAt(<BallotCheck dossier={dossier} ballot={ballot} />, {
    path: '/cycles/$year/approval',
    at: '/cycles/2027/approval?step=check',
  })

test('everything stands there once more before the ballot leaves, by name', async () => {
  await check({ vote: 'DISAGREE', remark: 'Chưa rõ kinh phí.' })
  for (const words of ['Kế hoạch tập huấn năm 2027', 'Không đồng ý', 'Chưa rõ kinh phí.'])
    expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByText('Ngô Bá Trường')).toBeTruthy()
  expect(fetched).not.toHaveBeenCalled()
})

test('the ballot is cast on the very text that was read, with its remark', async () => {
  const router = await check({ vote: 'DISAGREE', remark: 'Chưa rõ kinh phí.' })
  await userEvent.click(await screen.findByRole('button', { name: 'Gửi phiếu “Không đồng ý”' }))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ step: 'done' }))
  const [address, init] = fetched.mock.calls[0] ?? []
  expect(address).toBe(`/api/approvals/${approvalId}/ballots`)
  const body: unknown = await new Response(init?.body).json()
  expect(body).toEqual({ vote: 'DISAGREE', remark: 'Chưa rõ kinh phí.', contentSha256 })
})

test('where no answer came in time the page says so, and pressing again is the same ballot', async () => {
  const unknown = {
    title: 'Chờ ít phút rồi bấm lại.',
    status: 503,
    code: 'grammar.outcome-unknown',
  }
  const headers = { 'retry-after': '0' }
  fetched.mockImplementation(async () => Response.json(unknown, { status: 503, headers }))
  const router = await check({ vote: 'AGREE', remark: null })
  const send = () => userEvent.click(screen.getByRole('button', { name: 'Gửi phiếu “Đồng ý”' }))
  await screen.findByText('Ngô Bá Trường')
  await send()
  expect(await screen.findByRole('heading', { name: 'Chưa rõ kết quả' })).toBeTruthy()
  expect(screen.queryByText('Chưa làm được việc này')).toBeNull()
  fetched.mockImplementation(async () => Response.json(reply))
  await send()
  await waitFor(() => expect(router.state.location.search).toMatchObject({ step: 'done' }))
  const ballots = fetched.mock.calls.filter(([address]) => address.endsWith('/ballots'))
  const keys = ballots.map(([, init]) => new Headers(init.headers).get('idempotency-key'))
  expect(keys).toHaveLength(5)
  expect(new Set(keys).size).toBe(1)
})

test('a ballot that is refused stays on the page, and the same vote may be sent again', async () => {
  const refusal = { title: 'Đã đóng phiếu.', status: 409, code: 'approval.voting-closed' }
  fetched.mockImplementation(async () => Response.json(refusal, { status: 409 }))
  const router = await check({ vote: 'AGREE', remark: null })
  await userEvent.click(await screen.findByRole('button', { name: 'Gửi phiếu “Đồng ý”' }))
  expect(await screen.findByText('Đã đóng phiếu.')).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ step: 'check' })
  expect(screen.getByRole('button', { name: 'Gửi phiếu “Đồng ý”' })).toBeTruthy()
})
