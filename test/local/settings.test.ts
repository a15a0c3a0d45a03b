import { expect, test } from 'vitest'
import { readSettings } from '../../local/settings.ts'

test('without any setting the demo runs on this machine', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', demo: 'full' })
  expect(settings.dataDir).toMatch(/\.data$/)
  expect(settings).not.toHaveProperty('database')
})

test('another port moves the address people open', () => {
  expect(readSettings({ PORT: '3100' }).publicUrl).toBe('http://localhost:3100')
})

test('a setting of nothing counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 })
})

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ DEMO: 'half' }, 'DEMO'],
  [{ PUBLIC_URL: 'here' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'postgres://a@b/c' }, 'MIGRATE_DATABASE_URL'],
])('%o is refused by name', (variables, name) => {
  expect(() => readSettings(variables)).toThrow(name)
})
