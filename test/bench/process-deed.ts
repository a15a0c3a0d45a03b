import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { startChild } from '../../local/children.ts'
import {
  closeRound,
  openYear,
  openYearWalk,
  passChecks,
  publishDraft,
  shaOf,
  signAnswer,
  submitPlan,
  type YearWalk,
} from '../setup/year-walk.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { bareQueue, bareUpdate } from './bare-messages.ts'
import type { Ground } from './ground.ts'
import { openHouse } from './house.ts'
import { interleaved, median, timed } from './row.ts'
import type { Subject } from './subject.ts'

const deedsPerPass = 60

/** A ballot may be replaced while the vote is open: the same deed again and again, each time whole. */
export const processDeed: Subject = {
  rows: [
    {
      name: 'process-deed',
      unit: 'ms p50',
      goal: 1.5,
      goalIs: 'atMost',
      floorIs: 'a bare update with an empty local activity on the same Temporal server',
    },
  ],
  async *measure(ground) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, 3)
    const house = await openHouse(ground, urls)
    const bare = await openBareProcess(ground)
    try {
      const walk = openYearWalk({ ...house, ...urls, federation })
      const vote = await openVote(walk)
      await p50(bare.update)
      await p50(vote)
      const passes = { floor: () => p50(bare.update), figure: () => p50(vote) }
      yield ['process-deed', await interleaved(passes)]
    } finally {
      await bare.close()
      await house.close()
    }
  },
}

/** The year is walked to the committee's vote; one member of five decides nothing. */
async function openVote(walk: YearWalk): Promise<() => Promise<void>> {
  await openYear(walk)
  const { planId, roundId } = await publishDraft(walk)
  await signAnswer(walk, 1)
  await closeRound(walk, roundId)
  const approvalId = await submitPlan(walk, planId)
  await passChecks(walk, approvalId)
  const given = {
    params: { approvalId },
    body: { vote: 'AGREE', contentSha256: await shaOf(walk, approvalId) },
  } as const
  return async () => void (await walk.does('member1', approvalRoutes.castBallot, given))
}

/** One person after the other, with the pauses that keep the network from waiting in step. */
async function p50(deed: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < deedsPerPass; at += 1) {
    took.push(await timed(deed))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
  }
  return median(took)
}

async function openBareProcess({ temporalAddress, folder }: Ground) {
  const program = fileURLToPath(new URL('./bare-worker.ts', import.meta.url))
  const worker = startChild({
    name: 'bare worker',
    args: ['--import', 'tsx', program],
    env: { ...process.env, TEMPORAL_ADDRESS: temporalAddress },
    log: join(folder, 'bare-worker.log'),
  })
  const connection = await Connection.connect({ address: temporalAddress })
  const { workflow } = new Client({ connection })
  const bare = await workflow.start('bareProcess', {
    taskQueue: bareQueue,
    workflowId: 'bare-process',
    workflowTaskTimeout: '3s',
  })
  await bare.executeUpdate(bareUpdate)
  return {
    update: () => bare.executeUpdate(bareUpdate),
    async close() {
      await bare.terminate()
      await connection.close()
      await worker.stop()
    },
  }
}
