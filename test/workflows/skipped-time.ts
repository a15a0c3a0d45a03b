import { randomUUID } from 'node:crypto'
import { Worker } from '@temporalio/worker'
import { type Day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import type { Ports } from '../../workflows/activities.ts'
import { doDeed } from '../../workflows/messages.ts'
import { ownTaskQueue, workflowBundle } from '../setup/temporal.ts'
import { timeSkippingServer } from '../setup/time-skipping.ts'
import { portsOf } from './stage.ts'

/** Temporal's time-skipping server, with our workflows on it: months pass in the blink of an eye. */
export type SkippedTime = {
  /** Lets the time pass until then; whatever comes due meanwhile happens on its day. */
  until(day: Day, time?: '08:00' | '17:00' | '23:00'): Promise<void>
  today(): Promise<Day>
  start(type: string, workflowId: string, input: object): Promise<void>
  signal(workflowId: string, name: string, input?: object): Promise<void>
  /** A person's deed: what it changes is changed when the process does it. */
  deed(workflowId: string, change: () => void): Promise<void>
  isRunning(workflowId: string): Promise<boolean>
  close(): Promise<void>
}

type Ground = Pick<SkippedTime, 'today' | 'start' | 'signal'>

export async function skipTime(handsOn: (ground: Ground) => Partial<Ports>): Promise<SkippedTime> {
  const env = await timeSkippingServer()
  const taskQueue = ownTaskQueue()
  const changes = new Map<string, () => void>()
  const today = async () => dayOfInstant(new Date(await env.currentTimeMs()))
  const ground: Ground = {
    today,
    async start(type, workflowId, input) {
      await env.client.workflow.start(type, { workflowId, taskQueue, args: [input] })
    },
    signal: (workflowId, name, input = {}) =>
      env.client.workflow.getHandle(workflowId).signal(name, input),
  }
  const hands = handsOn(ground)
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: portsOf({
      async performDeed({ key }) {
        changes.get(key)?.()
        return null
      },
      ...hands,
    }),
  })
  const ended = worker.run()
  return {
    ...ground,
    async until(day, time = '23:00') {
      const at = Date.parse(instantAt(day, '17:00')) + (time === '17:00' ? 0 : hours[time])
      await env.sleep(Math.max(1, at - (await env.currentTimeMs())))
    },
    async deed(workflowId, change) {
      const key = randomUUID()
      changes.set(key, change)
      await env.client.workflow
        .getHandle(workflowId)
        .executeUpdate<void, [object]>(doDeed, { args: [{ key }] })
    },
    async isRunning(workflowId) {
      const { status } = await env.client.workflow.getHandle(workflowId).describe()
      return status.name === 'RUNNING'
    },
    async close() {
      worker.shutdown()
      await ended
      await env.teardown()
    },
  }
}

const hourMs = 3_600_000
/** From five in the afternoon, the hour at which what is due is due. */
const hours = { '08:00': -9 * hourMs, '23:00': 6 * hourMs } as const
