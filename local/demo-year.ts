import { lastYear } from '../db/demo/content/last-year.ts'
import { lastYearUnits } from '../db/demo/content/last-year-units.ts'
import { demoQuestions } from '../db/demo/content/own-questions.ts'
import { demoPersons } from '../db/demo/persons.ts'
import { planYearFor } from '../db/demo/terms.ts'
import { cycleRoutes } from '../domain/cycle/cycle.contract.ts'
import { draftRoutes } from '../domain/draft/draft.contract.ts'
import { feedbackRoutes } from '../domain/feedback/feedback.contract.ts'
import { day, dayOfInstant, yearOf } from '../domain/grammar/day.ts'
import { addWorkingDays } from '../domain/grammar/working-days.ts'
import { answerUnits } from './demo-year/answer-units.ts'
import { draftPlans } from './demo-year/draft-plans.ts'
import { makeUpClasses } from './demo-year/make-up-classes.ts'
import { inspectLastYear } from './demo-year/inspect-last-year.ts'
import { openOffice } from './demo-year/office.ts'
import { pastAwards } from './demo-year/past-awards.ts'

/**
 * This year of the demo, made by its people doing their deeds over HTTP, so that rows, register and
 * running processes agree. It can be broken off anywhere and goes on where it stood.
 */
const address = `http://127.0.0.1:${process.env.PORT ?? '3000'}`
const today = dayOfInstant(new Date())
const planYear = planYearFor(today)
const answeringDays = 8
const conferenceAfter = 5

const personOf = (role: string) => {
  const person = demoPersons.find((each) => each.roles.some((held) => held === role))
  if (!person) throw new Error(`nobody of the demo is ${role}`)
  return person
}
const usernameOf = (role: string) => personOf(role).username

const office = await openOffice(address, usernameOf('administrator'))
const holding = (role: string) => office.person(usernameOf(role))
const [leader, head, drafter] = await Promise.all([
  holding('committeeLeader'),
  holding('departmentHead'),
  holding('departmentDrafter'),
])

await importLastYear()
// what is still done of last year has nothing to do with this year's round
await Promise.all([consultThisYear(), finishLastYear()])

async function consultThisYear(): Promise<void> {
  await leader.does(`${planYear}/open`, cycleRoutes.openCycle, { body: { planYear } })
  if ((await phase()) === 'needs')
    await head.does(`${planYear}/skip-needs`, cycleRoutes.skipNeeds, {
      params: { planYear },
      body: { reason: 'Năm đầu dùng hệ thống, nhu cầu đã rà soát bằng văn bản.' },
    })
  if ((await phase()) === 'draft') {
    await draftPlans({ planYear, today, drafter, head })
    await prepareRound()
    await leader.does(`${planYear}/publish`, draftRoutes.publish, {
      params: { planYear },
      body: { dueOn: await workingDay(answeringDays), graceDays: 2 },
    })
  }
  await untilUnitsAreAsked()
  await answerUnits(office, planYear, today)
}

/** What the department asks besides, and when it meets; a second start finds it prepared. */
async function prepareRound(): Promise<void> {
  const params = { planYear }
  const { form, revision, officers } = await drafter.reads(feedbackRoutes.preparation, { params })
  if (form.questions.length > 0) return
  const idOf = (name: string) =>
    officers.find(({ fullName }) => fullName === name)?.officialId ?? null
  const meeting = {
    on: await workingDay(conferenceAfter),
    from: '08:00',
    to: '11:00',
    place: 'Hội trường Liên đoàn Lao động thành phố',
    chairId: idOf(personOf('committeeLeader').fullName),
    secretaryId: idOf(personOf('departmentDrafter').fullName),
    agenda: 'Ban trình bày hai dự thảo\nCác đơn vị góp ý\nKết luận',
  }
  const kinds: (typeof form.kinds)[number][] = ['WRITTEN', 'CONFERENCE']
  const body = {
    form: { ...form, kinds, questions: demoQuestions, meetings: { CONFERENCE: meeting } },
  }
  await drafter.does(`${planYear}/prepare`, feedbackRoutes.prepare, { params, body }, revision)
}

/** Its classes are made up while it is inspected; the inspection's result is there for the awards. */
async function finishLastYear(): Promise<void> {
  const organiser = await holding('classOrganiser')
  const secretary = await holding('councilSecretary')
  await Promise.all([
    makeUpClasses({ office, pastYear: planYear - 1, today, organiser }),
    inspectLastYear(office, { planYear: planYear - 1, today }).then(() =>
      pastAwards({ office, leader, head, secretary, planYear: planYear - 1, today }),
    ),
  ])
}

/** As an office would on its first day: what came of the year before. */
async function importLastYear(): Promise<void> {
  const { planYear: past, targets, classes } = lastYear(planYear, today)
  const administrator = await holding('administrator')
  await administrator.does(`${past}/import`, cycleRoutes.importPast, {
    body: {
      planYear: past,
      results: [
        ...targets.map(({ code, title, planned, done, measuredIn }) => ({
          kind: 'TARGET' as const,
          code,
          title,
          planned,
          measuredIn,
          ...(code === 'M2' ? { done: null, from: 'MOVEMENT' as const } : { done }),
        })),
        ...classes.map(({ code, title, seats, attended, ...figures }) => ({
          kind: 'CLASS' as const,
          code,
          title,
          planned: seats,
          done: attended,
          figures,
        })),
      ],
      units: lastYearUnits(planYear),
    },
  })
}

async function phase(): Promise<string> {
  return (await leader.reads(cycleRoutes.ribbon, { params: { planYear } })).phase
}

async function workingDay(after: number): Promise<string> {
  const years = [yearOf(today), yearOf(today) + 1]
  const tables = await Promise.all(years.map(holidaysIn))
  const holidays = tables.flat().map((holiday) => ({ ...holiday, day: day(holiday.day) }))
  return addWorkingDays(today, after, holidays)
}

async function holidaysIn(year: number) {
  const table = await drafter.reads(cycleRoutes.holidays, { query: { year } })
  return table.holidays
}

async function untilUnitsAreAsked(triesLeft = 100): Promise<void> {
  const board = await head.reads(feedbackRoutes.board, { params: { planYear } })
  if (board && board.counts.units > 0) return
  if (triesLeft === 0) throw new Error('the round was not opened')
  await new Promise((resolve) => setTimeout(resolve, 200))
  return untilUnitsAreAsked(triesLeft - 1)
}
