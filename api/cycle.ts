import { calendarOf, momentViews } from '../db/cycle/calendar.ts'
import { attentionsOf } from '../db/cycle/attention.ts'
import { holidaysOfYear, previewOfHoliday } from '../db/cycle/change-holiday.ts'
import { cycleList, cycleView } from '../db/cycle/cycle-view.ts'
import { cyclePerformers } from '../db/cycle/deeds.ts'
import { cycleOfYear } from '../db/cycle/find.ts'
import { everyDeedOf, historyOf, historyOfCycle } from '../db/cycle/history.ts'
import { inboxOf } from '../db/cycle/inbox.ts'
import { bellOf, everyLetterOf, mailboxOf } from '../db/cycle/letters.ts'
import { previewOfMoment } from '../db/cycle/move-moment.ts'
import { movementBoard, unitMovement } from '../db/cycle/movement-rows.ts'
import { search } from '../db/cycle/search.ts'
import { ribbonOf } from '../db/cycle/stations.ts'
import { cycleRoutes as routes } from '../domain/cycle/cycle.contract.ts'
import { cycleDeeds } from '../domain/cycle/deeds.ts'
import { dayOfInstant } from '../domain/grammar/day.ts'
import { verdictOn } from '../domain/grammar/deed.ts'
import { holidaysSheet, momentsSheet } from './calendar-sheets.ts'
import { movementSheet } from './movement-sheet.ts'
import { attentionsSheet, historySheet, inboxSheet, lettersSheet } from './cycle-sheets.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'

export function mountCycle(mounting: Mounting): void {
  mountMine(mounting)
  mountYears(mounting)
  mountCalendar(mounting)
  mountReading(mounting, routes.search, async (entered, { query }) => ({
    hits: await search(entered, query.q),
  }))
  mountReading(mounting, routes.attentions, ({ tx }) => attentionsOf(tx))
  mountExport(mounting, routes.attentions, async ({ tx }, _, language) =>
    attentionsSheet((await attentionsOf(tx)).attentions, language),
  )
  mountReading(mounting, routes.movementBoard, (entered, { params }) =>
    movementBoard(entered, params.planYear),
  )
  mountExport(mounting, routes.movementBoard, async (entered, { params }, language) =>
    movementSheet(await movementBoard(entered, params.planYear), language),
  )
  mountReading(mounting, routes.unitMovement, (entered, { params }) =>
    unitMovement(entered, params),
  )
  for (const performer of cyclePerformers) mountDeed(mounting, performer)
}

function mountMine(mounting: Mounting): void {
  mountReading(mounting, routes.inbox, (entered) => inboxOf(entered))
  mountExport(mounting, routes.inbox, async (entered, _, language) =>
    inboxSheet(await inboxOf(entered), language),
  )
  mountReading(mounting, routes.bell, (entered) => bellOf(entered))
  mountReading(mounting, routes.mailbox, ({ tx }, { query }) => mailboxOf(tx, query))
  mountExport(mounting, routes.mailbox, async ({ tx }, { query }, language) =>
    lettersSheet(everyLetterOf(tx, query.q), language),
  )
}

function mountYears(mounting: Mounting): void {
  mountReading(mounting, routes.cycles, (entered) => cycleList(entered))
  mountReading(mounting, routes.cycle, (entered, { params }) => cycleView(entered, params.planYear))
  mountReading(mounting, routes.ribbon, (entered, { params }) => ribbonOf(entered, params.planYear))
  mountReading(mounting, routes.history, ({ tx }, { params, query }) =>
    historyOf(tx, params, query.page),
  )
  mountReading(mounting, routes.cycleHistory, async ({ tx }, { params, query }) =>
    historyOfCycle(tx, (await cycleOfYear(tx, params.planYear)).id, query.page),
  )
  mountExport(mounting, routes.cycleHistory, async ({ tx }, { params }, language) => {
    const { id } = await cycleOfYear(tx, params.planYear)
    return historySheet(params.planYear, everyDeedOf(tx, id), language)
  })
}

function mountCalendar(mounting: Mounting): void {
  mountReading(mounting, routes.calendar, async ({ tx, caller, at }, { params }) => {
    const cycle = await cycleOfYear(tx, params.planYear)
    const state = cycle.closedAt ? 'CLOSED' : 'OPEN'
    return {
      today: dayOfInstant(at),
      mayMove: verdictOn(cycleDeeds.momentMoved, caller, { state }).allowed,
      moments: momentViews(await calendarOf(tx, cycle), at),
    }
  })
  mountReading(mounting, routes.momentPreview, (entered, { params, query }) =>
    previewOfMoment(entered, { ...params, ...query }),
  )
  mountReading(mounting, routes.holidays, async ({ tx, caller }, { query }) => {
    const holidays = await holidaysOfYear(tx, query.year)
    return {
      mayChange: verdictOn(cycleDeeds.holidayChanged, caller, {}).allowed,
      mayConfirm:
        verdictOn(cycleDeeds.holidaysConfirmed, caller, {}).allowed &&
        holidays.some(({ provisional }) => provisional),
      holidays,
    }
  })
  mountExport(mounting, routes.holidays, async ({ tx }, { query }, language) =>
    holidaysSheet(await holidaysOfYear(tx, query.year), query.year, language),
  )
  mountExport(mounting, routes.calendar, async ({ tx, at }, { params }, language) => {
    const cycle = await cycleOfYear(tx, params.planYear)
    return momentsSheet(momentViews(await calendarOf(tx, cycle), at), params.planYear, language)
  })
  mountReading(mounting, routes.holidayPreview, (entered, { params, query }) =>
    previewOfHoliday(entered, { ...params, ...query, name: '-' }),
  )
}
