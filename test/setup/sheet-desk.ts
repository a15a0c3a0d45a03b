import { randomUUID } from 'node:crypto'
import excel from 'exceljs'
import { EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { Person } from '../../local/signed-in.ts'
import { type House, openHouse } from './house.ts'
import { sendFile } from './sent-file.ts'
import * as year from './year-walk.ts'

const { planYear } = year
export type Filling = Record<string, Record<string, excel.CellValue>>

/** As a spreadsheet program does it: opened, some cells filled in, saved. */
export async function filled(bytes: Buffer, filling: Filling): Promise<Buffer> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never) // the library's types know a Buffer of their own
  for (const [page, cells] of Object.entries(filling))
    for (const [cell, value] of Object.entries(cells))
      (book.getWorksheet(page) ?? book.addWorksheet(page)).getCell(cell).value = value
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A round that is open, and the first unit at its answer form, by call and by workbook. */
export async function openSheetDesk() {
  const house: House = await openHouse({ unitCount: 3 })
  const walk = year.openYearWalk(house)
  await year.openYear(walk)
  const { planId } = await year.publishDraft(walk)
  const people = {
    drafter: await walk.person('unit1.drafter'),
    head: await walk.person('unit1.head'),
    other: await walk.person('unit2.drafter'),
    department: await walk.person('drafter'),
  }
  const view = () => walk.does('unit1.drafter', routes.myAnswer, { params: { planYear } })
  const { answerId } = await view()
  const params = { answerId }
  const fetched = (who: Person, id = answerId) =>
    fetch(`${house.address}/api/answers/${id}/sheet`, { headers: { cookie: who.cookie } })
  const uploaded = async (bytes: Buffer, who = people.drafter) => {
    const uploadId = randomUUID()
    const { status, problem } = await sendFile(who, bytes, { uploadId, name: 'phieu.xlsx' })
    return { uploadId, refused: status === 200 ? null : problem.code }
  }
  const check = async (bytes: Buffer, who = people.drafter) => {
    const { uploadId } = await uploaded(bytes, who)
    return who.call(routes.checkSheet, { params, body: { uploadId } })
  }
  return {
    walk,
    people,
    answerId,
    planId,
    view,
    fetched,
    check,
    close: () => house.close(),
    async save(more: object): Promise<void> {
      const { formRevision } = await view()
      const body = { form: { ...EMPTY_FORM, ...more } }
      await walk.does('unit1.drafter', routes.save, { params, body }, { revision: formRevision })
    },
    async downloaded(): Promise<Buffer> {
      return Buffer.from(await (await fetched(people.drafter)).arrayBuffer())
    },
    async take(bytes: Buffer, revision: number, fromSheet: string[] = []) {
      const { uploadId } = await uploaded(bytes)
      const body = { uploadId, fromSheet }
      return people.drafter.call(routes.takeSheet, { params, body }, { revision })
    },
    /** Why a workbook is refused, by whichever gate; undefined where it is not. */
    async refusalOf(bytes: Buffer): Promise<string | undefined> {
      const { uploadId, refused } = await uploaded(bytes)
      if (refused) return refused
      const reply = await people.drafter.call(routes.checkSheet, { params, body: { uploadId } })
      return reply.problem.code
    },
  }
}
export type SheetDesk = Awaited<ReturnType<typeof openSheetDesk>>
