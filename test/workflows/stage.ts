import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import type { Ports } from '../../workflows/activities.ts'
import { doDeed } from '../../workflows/messages.ts'
import { recordHistories } from './histories.ts'
import { ownTaskQueue, temporalAddress, workflowBundle } from '../setup/temporal.ts'

export type Stage = {
  client: Client
  start(type: string, input: object): Promise<Process>
  /** Nobody works for a while: what is asked meanwhile is found by whoever comes back. */
  withoutWorker(meanwhile: () => Promise<unknown>): Promise<void>
  close(): Promise<void>
}
export type Process = {
  id: string
  /** A person's deed; resolves when the process has done it. */
  deed(how?: { forAllUnits: boolean }): Promise<void>
  signal(name: string, input?: object): Promise<void>
  result(): Promise<unknown>
}

/** Ports that fail loudly unless a test says what they do. */
export function portsOf(given: Partial<Ports>): Ports {
  const missing = (name: string) => () => Promise.reject(new Error(`${name} was not expected`))
  const names = [
    'performDeed',
    'yearStanding',
    'enterPhase',
    'closeYear',
    'openYear',
    'openObligations',
    'nextOfRound',
    'remindUnits',
    'closeRound',
    'standingOfApproval',
    'closeVoting',
    'standingOfClass',
    'openNominations',
    'closeNominations',
    'endReleases',
    'fixList',
    'fillSeats',
    'beginClass',
    'endClass',
    'standingOfInspection',
    'comeToMoment',
    'standingOfCommendation',
    'endFiling',
    'closeCouncil',
    'doJobPage',
    'raiseAttention',
  ] as const satisfies readonly (keyof Ports)[]
  const all = Object.fromEntries(names.map((name) => [name, missing(name)]))
  return { ...all, ...given } as Ports // every name of the ports stands in the list above
}

/** A worker with the given hands on the run's real Temporal server. */
export async function openStage(ports: Partial<Ports>, bundle = workflowBundle()): Promise<Stage> {
  const taskQueue = ownTaskQueue()
  const connection = await Connection.connect({ address: temporalAddress() })
  const native = await NativeConnection.connect({ address: temporalAddress() })
  const work = async () => {
    const worker = await Worker.create({
      connection: native,
      taskQueue,
      workflowBundle: bundle,
      activities: portsOf(ports),
      stickyQueueScheduleToStartTimeout: '1s',
    })
    const ended = worker.run()
    return () => {
      worker.shutdown()
      return ended
    }
  }
  let rest = await work()
  const client = new Client({ connection })
  const begun: string[] = []
  return {
    client,
    async start(type, input) {
      const handle = await client.workflow.start(type, {
        workflowId: `test/${randomUUID()}`,
        taskQueue,
        args: [input],
        workflowTaskTimeout: '3s',
      })
      const latest = client.workflow.getHandle(handle.workflowId)
      begun.push(handle.workflowId)
      return {
        id: handle.workflowId,
        deed: ({ forAllUnits } = { forAllUnits: false }) => {
          const asked = { key: randomUUID(), ...(forAllUnits && { forAllUnits }) }
          return latest.executeUpdate<void, [object]>(doDeed, { args: [asked] })
        },
        signal: (name, input = {}) => latest.signal(name, input),
        result: () => latest.result(),
      }
    },
    async withoutWorker(meanwhile) {
      await rest()
      await meanwhile()
      rest = await work()
    },
    async close() {
      if (process.env.RECORD_HISTORIES) await recordHistories(client, begun)
      await rest()
      await native.close()
      await connection.close()
    },
  }
}

export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()
