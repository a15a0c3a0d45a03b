import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../local/free-port.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { inProject } from '../../local/project.ts'
import type { Ground } from './ground.ts'
import { median, timed } from './row.ts'
import type { Subject } from './subject.ts'

const rounds = 3
const patient = { unit: 's', goalIs: 'atMost' as const, floorIs: null }

/** From installed dependencies with nothing built, and again with everything as it was left. */
export const starts: Subject = {
  rows: [
    { name: 'first-start', goal: 20, ...patient },
    { name: 'later-start', goal: 5, ...patient },
  ],
  async *measure(ground, isWanted) {
    const took: { first: number; later: number }[] = []
    for (let round = 0; round < rounds; round += 1) took.push(await startTwice(ground))
    const medianOf = (which: 'first' | 'later') => median(took.map((each) => each[which])) / 1000
    if (isWanted('first-start')) yield ['first-start', { figure: medianOf('first'), floor: null }]
    if (isWanted('later-start')) yield ['later-start', { figure: medianOf('later'), floor: null }]
  },
}

async function startTwice(ground: Ground): Promise<{ first: number; later: number }> {
  const folder = mkdtempSync(join(ground.folder, 'start-'))
  const project = join(folder, 'project')
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  for (const open of [folder, dataDir]) chmodSync(open, 0o755)
  copyProject(project)
  const port = await freePort()
  const once = async () => {
    let stop = () => Promise.resolve()
    const ms = await timed(async () => {
      stop = await start({ project, dataDir, port })
    })
    await stop()
    return ms
  }
  const took = { first: await once(), later: await once() }
  forgetPostgres(join(dataDir, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
  return took
}

const leftOut = new Set(['node_modules', '.git', 'dist', '.data', '.cache', 'test', 'docs'])

function copyProject(project: string): void {
  cpSync(inProject(), project, {
    recursive: true,
    filter: (source) => !leftOut.has(source.slice(inProject().length).split(/[\\/]/)[0] ?? ''),
  })
  symlinkSync(inProject('node_modules'), join(project, 'node_modules'), 'junction')
}

type Starting = { project: string; dataDir: string; port: number }

/** Resolves when the start has said where to open it, which it does once `/health/ready` agrees. */
function start({ project, dataDir, port }: Starting): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'local/start.ts')], {
    cwd: project,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: 'full' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Mở · Open')) resolve(stop)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`the start ended:\n${said}`)))
  })
}
