import { setTimeout as pause } from 'node:timers/promises'
import { closingOrder, StoppedWhileStarting } from './closing.ts'
import type { Closing } from './closing.ts'
import { inPlainWords } from './plain-failure.ts'
import { resetDemo } from './reset-demo.ts'
import { takeRunLock } from './run-lock.ts'
import type { Surroundings } from './services.ts'
import { readSettings } from './settings.ts'
import { printedSteps } from './steps.ts'
import { toldToStop } from './told-to-stop.ts'

const print = (line: string) => console.log(line)

function reportFailure(error: unknown): void {
  if (error instanceof StoppedWhileStarting) return
  const plain = inPlainWords(error)
  if (plain) console.error(`\n✗ ${plain.vi}\n  ${plain.en}\n`)
  else console.error('\n✗', error)
}

/** Starts, and resolves when it is over: told to stop, or a part has failed. */
export type Running = (around: Surroundings) => Promise<{ broken: Promise<never> }>

async function runUntilTold(around: Surroundings, start: Running, told: Promise<string>) {
  const { broken } = await start(around)
  await Promise.race([told, broken])
}

async function prepareGround(closing: Closing): Promise<Surroundings> {
  const settings = readSettings(process.env)
  const steps = printedSteps(print)
  const release = await takeRunLock(settings)
  await closing.add({ part: 'lock', stop: async () => release() })
  if (process.argv.includes('--reset-demo')) {
    await steps('Xóa dữ liệu dùng thử · Reset of the demo', () => resetDemo(settings))
  }
  return { settings, steps, closing }
}

/** The frame of `npm start` and `npm run dev`: whatever happens, nothing is left running. */
export async function runInForeground(start: Running): Promise<void> {
  const told = toldToStop()
  const closing = closingOrder((part, error) => console.error(`  ✗ ${part}:`, error))
  const run = prepareGround(closing).then((around) => runUntilTold(around, start, told))
  const failed = await Promise.race([
    told.then(() => undefined),
    run.catch((error: unknown) => ({ error })),
  ])
  if (failed) reportFailure(failed.error)
  else print('\nĐang dừng theo thứ tự · Stopping in order …')
  await closing.closeAll()
  // a start that was under way sees its ground go; it need not see the end of a download
  await Promise.race([run.catch(() => undefined), pause(5_000)])
  if (!failed) print('Đã dừng · Stopped')
  process.exit(failed ? 1 : 0)
}
