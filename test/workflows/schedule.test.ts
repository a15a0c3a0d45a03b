import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { expect, onTestFinished, test } from 'vitest'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { keepYearlySchedule } from '../../worker/schedule.ts'
import { ownTaskQueue, temporalAddress, workflowBundle } from '../setup/temporal.ts'
import { portsOf } from './stage.ts'

test('the Schedule wakes the starter each 12 October at eight, and asking for it twice keeps one', async () => {
  const unitCode = `HT${randomUUID().slice(0, 8)}`
  const taskQueue = ownTaskQueue()
  const connection = await Connection.connect({ address: temporalAddress() })
  const client = new Client({ connection })
  await keepYearlySchedule(client, { taskQueue, unitCode })
  await keepYearlySchedule(client, { taskQueue, unitCode })
  const schedule = client.schedule.getHandle(processIds.starter(unitCode))
  const native = await NativeConnection.connect({ address: temporalAddress() })
  const opened: string[] = []
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: portsOf({ openYear: async ({ unitCode: of }) => void opened.push(of) }),
  })
  const ended = worker.run()
  onTestFinished(async () => {
    await schedule.delete()
    worker.shutdown()
    await ended
    await native.close()
    await connection.close()
  })

  const { info } = await schedule.describe()
  const days = info.nextActionTimes.map((at) => `${dayOfInstant(at)} ${timeOfInstant(at)}`)
  expect(days.length).toBeGreaterThan(1)
  for (const each of days) expect(each).toMatch(/^\d{4}-10-12 08:00$/)
  await schedule.trigger()
  await expect.poll(() => opened, { timeout: 10_000 }).toEqual([unitCode])
})
