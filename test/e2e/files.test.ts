import type { BrowserContext } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { pdf, photo, zipOf } from '../setup/real-files.ts'
import { address, closeTheatre, lookTwice, phone, type Visitor, visit } from './stage.ts'
import { walk } from './walk.ts'

const here = `/cycles/${walk.thisYear}/feedback`
/** A unit that no other test beside this one writes for. */
const drafterOfUnit = 'man.dq'

afterAll(closeTheatre)

type Chosen = { name: string; mimeType: string; buffer: Buffer }
const minutes = (text = ''): Chosen => ({
  name: 'Biên bản họp BCH.pdf',
  mimeType: 'application/pdf',
  buffer: pdf('', text),
})

/** Chosen as in the file dialog of the machine. */
async function attach({ page }: Visitor, place: RegExp, ...files: Chosen[]): Promise<void> {
  const group = page.getByRole('group', { name: place })
  await group.locator('input[type=file]').setInputFiles(files)
}

test('a photo and the minutes are attached on a phone, and what is no paper is told why', async () => {
  const drafter = await visit(drafterOfUnit, phone)
  await drafter.go(`${here}?step=review`)
  await attach(
    drafter,
    /cả phiếu/,
    minutes(),
    { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    {
      name: 'bao-cao.docx',
      mimeType: 'application/zip',
      buffer: zipOf([{ name: 'a.txt', content: 'x' }]),
    },
  )
  await drafter.page.getByRole('link', { name: 'Biên bản họp BCH.pdf' }).waitFor()
  await drafter.page.getByRole('link', { name: 'anh.jpg' }).waitFor()
  await drafter.see(/^Không nhận: Nội dung tệp không phải PDF/)
  await lookTwice(drafter, 'answer-files')
  await drafter.press('Bỏ tệp bao-cao.docx')
  await drafter.press('Bỏ tệp anh.jpg')
  await drafter.page.getByRole('link', { name: 'anh.jpg' }).waitFor({ state: 'hidden' })
  await drafter.leave()
})

const signIn = async (context: BrowserContext, username: string) =>
  context.request.post(`${address()}/api/auth/sign-in/username`, {
    data: { username, password: demoPassword },
    headers: { origin: address() },
  })

/** The president sits down at the same machine, and neither sees the file nor sends it. */
async function isNobodyElses(context: BrowserContext): Promise<void> {
  await signIn(context, 'thu.ntm')
  const page = await context.newPage()
  const sent: string[] = []
  page.on(
    'request',
    (request) => void (request.url().includes('/uploads') && sent.push(request.url())),
  )
  await page.goto(`${address()}${here}?step=general`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('chờ mạng.pdf').count()).toBe(0)
  expect(sent).toEqual([])
  await page.close()
  await signIn(context, drafterOfUnit)
}

test('what is chosen without a line waits on this machine, also over a closed tab', async () => {
  const drafter = await visit(drafterOfUnit)
  await drafter.go(`${here}?step=general`)
  const name = 'chờ mạng.pdf'
  const large = minutes(`% ${'0123456789'.repeat(90_000)}\n`)
  // the first pieces pass, then the line is gone
  let pieces = 0
  await drafter.page.route('**/api/uploads/*', async (route) => {
    pieces += 1
    if (pieces > 2) await route.abort()
    else await route.continue()
  })
  await attach(drafter, /Kế hoạch tập huấn/, { ...large, name })
  await drafter.see('Chờ có mạng sẽ gửi')
  await lookTwice(drafter, 'answer-file-waits')
  // typing goes on meanwhile
  await drafter.write(/^Nhận xét chung/, 'Viết tiếp khi tệp đang chờ.')
  await drafter.see(/^Đã lưu \d/)
  const context = drafter.page.context()
  await drafter.page.close()
  await isNobodyElses(context)
  const page = await context.newPage()
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH')
      sent.push(Number(new URL(request.url()).searchParams.get('offset')))
  })
  await page.goto(`${address()}${here}?step=general`)
  await page.getByRole('link', { name }).waitFor()
  // it went on where it was cut
  expect(Math.min(...sent)).toBeGreaterThan(0)
  await context.close()
})
