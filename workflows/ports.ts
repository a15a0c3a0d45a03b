import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { Ports } from './activities.ts'

/**
 * A deed of a person: inside the workflow task, so it costs one round trip. It must be short; the
 * statement timeout of its transaction is below this one (temporal.md 0.1).
 */
export const deeds = proxyLocalActivities<Pick<Ports, 'performDeed'>>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '4s',
  retry: { maximumAttempts: 3, initialInterval: '200ms' },
})

/** After about five minutes of trying, a person is asked. */
const patient = {
  startToCloseTimeout: '60s',
  retry: {
    initialInterval: '1s',
    backoffCoefficient: 2,
    maximumInterval: '60s',
    maximumAttempts: 10,
  },
} as const

type Wide = 'openObligations' | 'remindUnits' | 'closeRound'

/** Everything set-based or slow. */
export const steps =
  proxyActivities<Omit<Ports, Wide | 'performDeed' | 'doJobPage' | 'raiseAttention'>>(patient)

/** A page of many deeds: its worker gives signs of life, and is missed when it is killed. */
export const pages = proxyActivities<Pick<Ports, 'doJobPage'>>({
  ...patient,
  heartbeatTimeout: '5s',
})

/** What is written to every unit at once takes a minute for a hundred thousand of them (decision 46). */
const wide = { ...patient, startToCloseTimeout: '5m', heartbeatTimeout: '5s' } as const
export const wideSteps = proxyActivities<Pick<Ports, Wide>>(wide)
export const wideDeeds = proxyActivities<Pick<Ports, 'performDeed'>>({
  ...wide,
  retry: { maximumAttempts: 3, initialInterval: '200ms' },
})

/** Asking for help must not give up. */
export const help = proxyActivities<Pick<Ports, 'raiseAttention'>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '2s', maximumInterval: '60s' },
})
