import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainFailure } from './plain-failure.ts'

export type SystemUser = { uid: number; gid: number }

const account = 'postgres'

function idOf(flag: '-u' | '-g'): number | undefined {
  const asked = spawnSync('id', [flag, account], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout.trim()) : undefined
}

function existingUser(): SystemUser | undefined {
  const uid = idOf('-u')
  const gid = idOf('-g')
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/**
 * PostgreSQL refuses to run as root, so as root it runs under a system user, made when it is
 * missing. Everybody else runs it as themselves: undefined.
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const present = existingUser()
  if (present) return present
  const home = ['--system', '--user-group', '--no-create-home', account]
  spawnSync('useradd', home, { stdio: 'ignore' })
  const made = existingUser()
  if (made) return made
  throw new PlainFailure(
    `PostgreSQL không chạy được bằng quyền root và không tạo được người dùng "${account}". Hãy chạy bằng một tài khoản thường.`,
    `PostgreSQL does not run as root and the user "${account}" could not be made. Run as an ordinary user.`,
  )
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}

/** Whether the user can go into the folder, every parent included: asked of the system itself. */
export function canEnter(user: SystemUser | undefined, folder: string): boolean {
  if (!user) return true
  const asked = spawnSync('test', ['-x', nearestExisting(folder)], { ...user, cwd: '/' })
  return asked.status === 0
}
