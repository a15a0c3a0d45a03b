import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { type Day, day, writePaperDate } from '../../domain/grammar/day.ts'
import { legalBasisLines } from '../../domain/papers/legal-basis.ts'
import { writeNumber } from '../../domain/papers/number.ts'
import { headTitle, positionTitle } from '../../domain/papers/position-title.ts'
import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'
import { draftMark, ND30_2020 } from '../../domain/papers/profile.ts'
import {
  recipientLines,
  signatureBlock,
  type SigningCapacity,
} from '../../domain/papers/signing.ts'

type Signer = { name: string; position: string; capacity: SigningCapacity }

export type ToSet = {
  content: PlanContent
  draft: number | null
  paper: { number: number; issuedOn: Day; signer: Signer } | null
  keptBy: string
}

type Printed = Omit<PrintedPlanView, 'planId' | 'planYear' | 'state' | 'contentSha256' | 'receipt'>

const deliveryForms = {
  DIRECT: 'Trực tiếp',
  ONLINE: 'Trực tuyến',
  WORK_STUDY: 'Vừa làm vừa học',
} as const

/** Every line of the paper in the words and the order of Decree 30. */
export function setPlan({ content, draft, paper, keptBy }: ToSet): Printed {
  const { head, planYear } = content
  const blank = `ngày      tháng      năm ${planYear - 1}`
  const date = paper ? writePaperDate(paper.issuedOn) : blank
  return {
    mark: draft === null ? null : draftMark(draft),
    country: ND30_2020.motto.country,
    motto: ND30_2020.motto.words,
    parentBody: head.superiorName.toLocaleUpperCase('vi'),
    issuingBody: head.federationName.toLocaleUpperCase('vi'),
    number: writeNumber(paper?.number ?? null, 'KH', head.symbol),
    placeAndDate: `${head.place}, ${date}`,
    docType: 'KẾ HOẠCH',
    abstract: abstractOf(content.title),
    legalBases: basesOf(content),
    sections: sectionsOf(content),
    classes: classesOf(content),
    allocations: allocationsOf(content),
    signature: signatureOf(content, paper?.signer ?? null),
    recipients: recipientLines(content.recipients, keptBy),
    end: ND30_2020.end,
  }
}

/** The type stands above it in capitals, so that the title does not say it again. */
function abstractOf(title: string): string {
  const abstract = title.replace(/^kế hoạch\s+/iu, '')
  return abstract.charAt(0).toLocaleUpperCase('vi') + abstract.slice(1)
}

function basesOf({ legalBases }: PlanContent): string[] {
  return legalBasisLines(
    legalBases.map((basis) => ({
      ...basis,
      issuedOn: basis.issuedOn ? day(basis.issuedOn) : null,
    })),
  )
}

function sectionsOf({ clauses, targets }: PlanContent): Printed['sections'] {
  const headings = [...new Set(clauses.map((clause) => clause.section))]
  return headings.map((heading) => ({
    heading,
    clauses: clauses
      .filter((clause) => clause.section === heading)
      .map(({ code, heading: title, text }) => ({
        code,
        heading: title,
        paragraphs: text.split('\n').filter((line) => line.trim() !== ''),
        targets: targets
          .filter((target) => target.clauseCode === code)
          .map((target) => target.text),
      })),
  }))
}

function classesOf({ classLines, totals }: PlanContent): Printed['classes'] {
  if (classLines.length === 0) return null
  return {
    lines: classLines.map((line) => ({ ...line, deliveryForm: deliveryForms[line.deliveryForm] })),
    trainees: totals.trainees,
    budgetDong: totals.budgetDong,
  }
}

function allocationsOf({ targets }: PlanContent): Printed['allocations'] {
  return targets
    .filter((target) => target.isAllocated && target.allocations.length > 0)
    .map(({ text, measuredIn, allocations }) => ({
      text,
      measuredIn,
      total: allocations.reduce((sum, { value }) => sum + value, 0),
      rows: allocations.map(({ unitName, value, lastYearDone }) => ({
        unitName,
        value,
        lastYearDone,
      })),
    }))
}

function signatureOf(content: PlanContent, signer: Signer | null): Printed['signature'] {
  const { authority, name } = signatureBlock({
    capacity: signer?.capacity ?? content.signing.capacity,
    collective: collectiveOf(content),
    headPosition: headTitle,
    signerPosition: signer ? positionTitle(signer.position) : headTitle,
    signerName: signer?.name ?? '',
  })
  return { authority, name: name || null }
}

/** 'TM. BAN THƯỜNG VỤ': whose committee it is stands at the head of the paper. */
function collectiveOf({ signing, head }: PlanContent): string | null {
  return signing.bodyName.replace(head.federationName, '').trim() || null
}
