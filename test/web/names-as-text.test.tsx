import { cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { HistoryList } from '../../web/kit/HistoryList.tsx'
import { PageHead } from '../../web/kit/Page.tsx'
import { WordDiff } from '../../web/kit/paper/WordDiff.tsx'
import { draw } from './setup.tsx'

afterEach(cleanup)

const payloads = [
  '<script>window.__xss = 1</script>',
  '<img src=x onerror="window.__xss = 1">',
  '<svg/onload=window.__xss=1>',
  '"><iframe srcdoc="<script>parent.__xss=1</script>">',
  'javascript:window.__xss=1',
  '{{constructor.constructor("window.__xss=1")()}}',
  '$t(shell.close)',
  '&lt;b&gt;Công đoàn&lt;/b&gt;',
]

test.each(payloads)('the name %s is shown letter by letter', async (name) => {
  const { container } = await draw(
    <>
      <PageHead title={name} lead={name} crumbs={[{ label: name }]} />
      <HistoryList
        rows={[{ id: '1', at: '2026-11-26T02:00:00.000Z', actor: name, deed: name, reason: name }]}
      />
      <WordDiff before="" after={name} />
    </>,
  )
  expect(container.querySelector('script, img, iframe, svg[onload]')).toBeNull()
  expect(container.querySelector('h1')?.textContent).toContain(name)
  expect(container.querySelector('ol.history b')?.textContent).toBe(name)
  expect(Reflect.get(window, '__xss')).toBeUndefined()
})
