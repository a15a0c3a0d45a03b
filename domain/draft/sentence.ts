import type { Position } from '../federation/position.ts'
import type { Ownership } from '../federation/unit-kind.ts'
import { writeNumber } from '../grammar/text.ts'
import { NET_GROWTH_FORMULA } from '../cycle/movement.ts'
import type { Measure, Population, Target, TargetKind } from './target.ts'

/** The words of papers, which are Vietnamese in every language of the screen. */
const PEOPLE: Record<Position, string> = {
  PRESIDENT: 'Chủ tịch',
  VICE_PRESIDENT: 'Phó Chủ tịch',
  STANDING_COMMITTEE_MEMBER: 'Uỷ viên Ban Thường vụ',
  EXECUTIVE_COMMITTEE_MEMBER: 'Uỷ viên Ban Chấp hành',
  INSPECTION_CHAIR: 'Chủ nhiệm Uỷ ban Kiểm tra',
  INSPECTION_VICE_CHAIR: 'Phó Chủ nhiệm Uỷ ban Kiểm tra',
  INSPECTION_MEMBER: 'Uỷ viên Uỷ ban Kiểm tra',
  DEPT_HEAD: 'Trưởng ban',
  DEPT_DEPUTY: 'Phó Trưởng ban',
  SPECIALIST: 'chuyên viên',
  SECTION_PRESIDENT: 'Chủ tịch công đoàn bộ phận',
  GROUP_LEADER: 'Tổ trưởng công đoàn',
  GROUP_DEPUTY: 'Tổ phó công đoàn',
  WOMEN_AFFAIRS_HEAD: 'Trưởng ban nữ công',
  MASS_BOARD_MEMBER: 'thành viên các ban quần chúng',
  UNION_ACCOUNTANT: 'kế toán công đoàn',
  SAFETY_REP: 'an toàn, vệ sinh viên',
  PART_TIME_LECTURER: 'giảng viên kiêm chức',
}

const OWNERS: Record<Ownership, string> = {
  STATE: 'doanh nghiệp Nhà nước',
  NON_STATE: 'doanh nghiệp ngoài khu vực Nhà nước',
  FDI: 'doanh nghiệp có vốn đầu tư nước ngoài',
  PUBLIC_SERVICE: 'đơn vị sự nghiệp công lập',
}

const REACHED: Record<Measure, string> = {
  attended: 'được bồi dưỡng, tập huấn',
  completed: 'hoàn thành chương trình đào tạo, bồi dưỡng',
  certified: 'được đào tạo, bồi dưỡng và cấp chứng chỉ',
  net: 'tăng thêm',
  count: 'đạt chỉ tiêu',
}

/** A code that papers have no word for stands as it is, for the drafter to replace. */
function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}

/** Of whom a target speaks: 'cán bộ công đoàn chuyên trách mới bổ sung đầu nhiệm kỳ 2023–2028'. */
export function audienceOf(population: Population, term: string | null): string {
  const employment = { FULL_TIME: ' chuyên trách', PART_TIME: ' không chuyên trách' }
  const who = population.positions?.length
    ? population.positions.map((position) => wordFor(PEOPLE, position)).join(', ')
    : `cán bộ công đoàn${population.employment ? employment[population.employment] : ''}`
  return [
    who,
    population.newInTerm ? `mới bổ sung đầu nhiệm kỳ${term ? ` ${term}` : ''}` : '',
    population.ownership?.map((each) => wordFor(OWNERS, each)).join(', ') ?? '',
    population.minWorkers ? `có từ ${writeNumber(population.minWorkers)} lao động trở lên` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

type Sentence = (target: Target, term: string | null) => string | null

/** Null while the figures of the kind are missing. */
const SENTENCES: Record<TargetKind, Sentence> = {
  PERCENT: ({ value, population, measure }, term) =>
    value === null
      ? null
      : `${writeNumber(value)}% ${audienceOf(population, term)} ${REACHED[measure]}.`,
  MIN: ({ minValue, measuredIn }) =>
    minValue === null ? null : `Ít nhất ${writeNumber(minValue)} ${measuredIn} trở lên.`,
  RANGE: ({ minValue, maxValue, measuredIn, population }, term) => {
    if (minValue === null || maxValue === null) return null
    const figures = `Từ ${writeNumber(minValue)} đến ${writeNumber(maxValue)}`
    return `${figures} ${measuredIn}${forWhom(population, term)}.`
  },
  EXACT: ({ value, measuredIn, population }, term) =>
    value === null ? null : `${writeNumber(value)} ${measuredIn}${forWhom(population, term)}.`,
  FORMULA: ({ value, measuredIn, formula }) =>
    value === null
      ? null
      : `Tăng thêm ${writeNumber(value)} ${measuredIn} (${formula ?? NET_GROWTH_FORMULA}).`,
}

/** A sentence the drafter may take over; empty while the figures of its kind are missing. */
export function sentenceOf(target: Target, term: string | null = null): string {
  return SENTENCES[target.kind](target, term) ?? ''
}

function forWhom(population: Population, term: string | null): string {
  const isForAll = Object.values(population).every((value) => value === undefined)
  return isForAll ? '' : ` cho ${audienceOf(population, term)}`
}
