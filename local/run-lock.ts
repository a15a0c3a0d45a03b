import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isFree } from './free-port.ts'
import { PlainFailure } from './plain-failure.ts'
import { isStillOurs } from './process-identity.ts'
import type { Settings } from './settings.ts'

const running = z.object({ pid: z.int(), publicUrl: z.string() })

async function mustNotRun(file: string): Promise<void> {
  if (!existsSync(file)) return
  const read = running.safeParse(JSON.parse(readFileSync(file, 'utf8') || '{}'))
  if (!read.success) return
  const { pid, publicUrl } = read.data
  if (!(await isStillOurs(pid, { commandLine: 'local/', programName: 'node' }))) return
  throw new PlainFailure(
    `Hệ thống đang chạy rồi tại ${publicUrl} (tiến trình ${pid}). Muốn chạy bản thứ hai: đặt PORT và DATA_DIR khác.`,
    `It is already running at ${publicUrl} (process ${pid}). For a second copy set another PORT and DATA_DIR.`,
  )
}

async function mustBeFree(port: number): Promise<void> {
  if (await isFree(port)) return
  throw new PlainFailure(
    `Cổng ${port} đang bị chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác, ví dụ: PORT=3100 npm start`,
    `Port ${port} is taken by another program. End that program or choose another port: PORT=3100 npm start`,
  )
}

/** One run for one data folder and one port; returns what gives them back. */
export async function takeRunLock({ dataDir, port, publicUrl }: Settings): Promise<() => void> {
  const file = join(dataDir, 'running.json')
  await mustNotRun(file)
  await mustBeFree(port)
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid, publicUrl }))
  return () => rmSync(file, { force: true })
}
