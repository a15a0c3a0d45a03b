import { randomUUID } from 'node:crypto'
import { openDatabase } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { perform } from '../../db/perform.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { Person } from '../../local/signed-in.ts'
import { signIn } from '../setup/person.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { openBareInsert } from './bare-insert.ts'
import { openHouse } from './house.ts'
import { byMany, interleaved, type Measured, perSecond } from './row.ts'
import type { Subject } from './subject.ts'
import {
  type Consultation,
  layBack,
  openConsultation,
  type WaitingAnswer,
} from './waiting-answers.ts'

const clients = 16
const unitCount = 300
const floorIs = 'the same rows written by pg in one transaction, 16 connections, as owner'

type Submitting = { submit(answer: WaitingAnswer): Promise<void>; close(): Promise<void> }

export const formSubmission: Subject = {
  rows: [
    { name: 'form-submission', unit: '/s', goal: 0.4, goalIs: 'atLeast', floorIs },
    { name: 'form-submission-db', unit: '/s', goal: 0.8, goalIs: 'atLeast', floorIs },
  ],
  async *measure(ground, isWanted) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, unitCount)
    const of = await openConsultation(urls, federation)
    const house = await openHouse(ground, urls)
    try {
      if (isWanted('form-submission'))
        yield [
          'form-submission',
          await measureAgainstFloor(urls.ownerUrl, of, await overHttp(house.address, of)),
        ]
      if (isWanted('form-submission-db'))
        yield [
          'form-submission-db',
          await measureAgainstFloor(urls.ownerUrl, of, withoutHttp(urls.appUrl, of)),
        ]
    } finally {
      await house.close()
    }
  },
}

async function measureAgainstFloor(
  ownerUrl: string,
  { answers, ...of }: Consultation,
  { submit, close }: Submitting,
): Promise<Measured> {
  const bare = openBareInsert(ownerUrl, { answers, ...of })
  let cpuMs = 0
  const pass = async (work: (answer: WaitingAnswer) => Promise<void>) => {
    await layBack(ownerUrl)
    const before = process.cpuUsage()
    const rate = await perSecond(clients, answers, work)
    const spent = process.cpuUsage(before)
    cpuMs = (spent.user + spent.system) / 1_000 / answers.length
    return rate
  }
  // whoever comes first pays for what is compiled and planned once
  await pass(bare.insert)
  await pass(submit)
  const measured = await interleaved({ floor: () => pass(bare.insert), figure: () => pass(submit) })
  await Promise.all([bare.close(), close()])
  return { ...measured, beside: `of that ${cpuMs.toFixed(1)} ms CPU each in the generator itself` }
}

async function overHttp(address: string, { answers }: Consultation): Promise<Submitting> {
  const heads = new Map<string, Person>()
  await byMany(8, answers, async ({ head }) => void heads.set(head, await signIn(address, head)))
  return {
    async submit({ head, answerId }) {
      const reply = await heads
        .get(head)
        ?.call(feedbackRoutes.sign, { params: { answerId }, body: {} }, { revision: 1 })
      if (reply?.status !== 200) throw new Error(`not signed: ${JSON.stringify(reply?.body)}`)
    },
    close: () => Promise.resolve(),
  }
}

function withoutHttp(appUrl: string, { federation }: Consultation): Submitting {
  const db = openDatabase(appUrl, { role: 'training_api', poolSize: clients })
  const performer = performerOf('answer.signed')
  return {
    async submit({ head, answerId }) {
      await perform(db, performer, {
        key: randomUUID(),
        accountId: federation.person(head).accountId,
        trace: 'bench',
        input: { params: { answerId }, query: undefined, body: {}, revision: 1 },
      })
    },
    close: () => db.destroy(),
  }
}
