import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../local/browser.ts'
import { freePort } from '../../local/free-port.ts'

async function served(headers: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort()
  const page = '<!doctype html><title>Kế hoạch</title><script>document.title = "chạy"</script>'
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(page)
  })
  server.listen(port, '127.0.0.1')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${port}/`
}

async function titleOf(url: string): Promise<string> {
  const browser = await chromium.launch(await findBrowser())
  try {
    const page = await browser.newPage()
    await page.goto(url)
    return await page.title()
  } finally {
    await browser.close()
  }
}

test('a browser is found and runs a page', async () => {
  expect(await titleOf(await served({}))).toBe('chạy')
})

test('it keeps the content security policy', async () => {
  const headers = { 'content-security-policy': "default-src 'none'" }
  expect(await titleOf(await served(headers))).toBe('Kế hoạch')
})

test('CHROMIUM that names nothing is refused by its name', async () => {
  const before = process.env.CHROMIUM
  process.env.CHROMIUM = '/nowhere/chromium'
  onTestFinished(() => {
    if (before === undefined) delete process.env.CHROMIUM
    else process.env.CHROMIUM = before
  })
  await expect(findBrowser()).rejects.toThrow('/nowhere/chromium')
})
