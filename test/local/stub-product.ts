import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../../local/project.ts'

const api = `
import { createServer } from 'node:http'
const server = createServer((_, answer) => answer.end('{"ready":true}'))
server.listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => { console.log('ended', Date.now()); process.exit(0) })
`

const worker = `
setInterval(() => {}, 1000)
process.once('SIGTERM', () => { console.log('ended', Date.now()); process.exit(0) })
`

const prepare = `
import pg from 'pg'
const client = new pg.Client(process.env.MIGRATE_DATABASE_URL)
await client.connect()
const { rows } = await client.query("select to_regclass('trial') is null as first")
await client.query('create table if not exists trial ()')
await client.end()
const persons = [{ username: 'an', name: 'Nguyễn An', role: 'unitDrafter' }]
console.log(JSON.stringify({ firstStart: rows[0].first, persons }))
`

const files = {
  'api/main.ts': api,
  'worker/main.ts': worker,
  'db/prepare.ts': prepare,
  'local/demo-year.ts': `console.log('the deeds of the year')`,
  'workflows/index.ts': `export async function year() { return 2027 }`,
  'domain/year.ts': `export const year = 2027`,
  'web/index.html': `<script type="module" src="/main.ts"></script>`,
  'web/main.ts': `console.log('web')`,
  'web/service-worker.ts': `self.addEventListener('fetch', () => undefined)`,
  'vite.config.ts': `export default { root: 'web' }`,
  'package.json': JSON.stringify({
    type: 'module',
    scripts: { start: 'node --import tsx local/start.ts' },
  }),
}

/** Our own start around a product of a few lines: what is tried is the frame, not the year. */
export function stubProduct(folder: string): string {
  cpSync(inProject('local'), join(folder, 'local'), { recursive: true })
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  cpSync(inProject('package-lock.json'), join(folder, 'package-lock.json'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}
