import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import { bareUpdate } from './bare-messages.ts'

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({
  startToCloseTimeout: '5s',
})

/** The least that a process can do for a person: take the update, do nothing, answer. */
export async function bareProcess(): Promise<void> {
  setHandler(defineUpdate(bareUpdate), () => nothing())
  await condition(() => false)
}
