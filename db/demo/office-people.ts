import type { Position } from '../../domain/federation/position.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import type { Sex } from './names.ts'

/** The federation's own offices, as letters and class lines name them. */
export const departments = [
  { key: 'cadre', name: 'Ban Công tác Công đoàn', short: 'Ban CTCĐ' },
  { key: 'parks', name: 'Ban Công đoàn các KCN', short: 'Ban CĐKCN' },
  { key: 'office', name: 'Văn phòng', short: 'VP' },
] as const

export type DepartmentKey = (typeof departments)[number]['key']

export type OfficePerson = {
  fullName: string
  sex: Sex
  birthYear: number
  position: Position
  title: string
  department?: DepartmentKey
  roles?: readonly Role[]
}

const inBody = ['committeeMember'] as const

/** Those of the federation's offices who have a part of their own in the year. All are invented. */
export const officePeople: readonly OfficePerson[] = [
  {
    fullName: 'Đặng Hữu Nghĩa',
    sex: 'M',
    birthYear: 1971,
    position: 'PRESIDENT',
    title: 'Chủ tịch',
    roles: ['committeeLeader', 'committeeMember'],
  },
  {
    fullName: 'Lê Thị Thanh Tâm',
    sex: 'F',
    birthYear: 1974,
    position: 'VICE_PRESIDENT',
    title: 'Phó Chủ tịch Thường trực',
    roles: inBody,
  },
  {
    fullName: 'Trương Công Đạt',
    sex: 'M',
    birthYear: 1976,
    position: 'VICE_PRESIDENT',
    title: 'Phó Chủ tịch',
    roles: inBody,
  },
  {
    fullName: 'Phùng Văn Kha',
    sex: 'M',
    birthYear: 1978,
    position: 'VICE_PRESIDENT',
    title: 'Phó Chủ tịch',
    roles: ['committeeMember', 'councilMember'],
  },
  {
    fullName: 'Ngô Bá Trường',
    sex: 'M',
    birthYear: 1967,
    position: 'STANDING_COMMITTEE_MEMBER',
    title: 'Uỷ viên Ban Thường vụ',
    roles: inBody,
  },
  {
    fullName: 'Doãn Thị Kim Cúc',
    sex: 'F',
    birthYear: 1972,
    position: 'STANDING_COMMITTEE_MEMBER',
    title: 'Uỷ viên Ban Thường vụ',
    roles: inBody,
  },
  {
    fullName: 'Mai Văn Lễ',
    sex: 'M',
    birthYear: 1973,
    position: 'INSPECTION_CHAIR',
    title: 'Chủ nhiệm Uỷ ban Kiểm tra',
    roles: ['committeeMember', 'inspectionHead'],
  },
  {
    fullName: 'Vũ Thị Hồng Nhạn',
    sex: 'F',
    birthYear: 1975,
    position: 'DEPT_HEAD',
    title: 'Trưởng ban',
    department: 'cadre',
    roles: ['departmentHead', 'councilMember'],
  },
  {
    fullName: 'Kiều Văn Thạc',
    sex: 'M',
    birthYear: 1980,
    position: 'DEPT_DEPUTY',
    title: 'Phó Trưởng ban',
    department: 'cadre',
    roles: ['contentChecker'],
  },
  {
    fullName: 'Đỗ Quang Khải',
    sex: 'M',
    birthYear: 1988,
    position: 'SPECIALIST',
    title: 'Chuyên viên',
    department: 'cadre',
    roles: ['departmentDrafter', 'classOrganiser'],
  },
  {
    fullName: 'Trịnh Thuỵ Vân',
    sex: 'F',
    birthYear: 1991,
    position: 'SPECIALIST',
    title: 'Chuyên viên',
    department: 'cadre',
    roles: ['departmentDrafter', 'councilSecretary'],
  },
  {
    fullName: 'Tăng Thị Phượng',
    sex: 'F',
    birthYear: 1977,
    position: 'DEPT_HEAD',
    title: 'Trưởng ban',
    department: 'parks',
    roles: ['departmentHead'],
  },
  {
    fullName: 'Lục Văn Sáng',
    sex: 'M',
    birthYear: 1986,
    position: 'SPECIALIST',
    title: 'Chuyên viên',
    department: 'parks',
    roles: ['departmentDrafter', 'classOrganiser'],
  },
  {
    fullName: 'Lâm Tuyết Nga',
    sex: 'F',
    birthYear: 1979,
    position: 'DEPT_HEAD',
    title: 'Chánh Văn phòng',
    department: 'office',
    roles: ['departmentHead', 'formChecker', 'councilMember'],
  },
  {
    fullName: 'Từ Hải Đăng',
    sex: 'M',
    birthYear: 1990,
    position: 'SPECIALIST',
    title: 'Chuyên viên',
    department: 'office',
    roles: ['departmentDrafter'],
  },
  {
    fullName: 'Bùi Thị Nhài',
    sex: 'F',
    birthYear: 1984,
    position: 'SPECIALIST',
    title: 'Văn thư',
    department: 'office',
    roles: ['recordsClerk'],
  },
  {
    fullName: 'Tô Minh Quân',
    sex: 'M',
    birthYear: 1992,
    position: 'SPECIALIST',
    title: 'Quản trị hệ thống',
    department: 'office',
    roles: ['administrator'],
  },
]

/** Of the inspection committee: who leads its teams, and who goes out with them. */
export const inspectorNames = ['Cao Thị Hạnh', 'Lưu Đình Phước', 'Nghiêm Thị Thơ'] as const

/** The lecturer of the union school whom the drawings name. */
export const schoolLecturer = { fullName: 'Tạ Minh Đoan', sex: 'M', birthYear: 1969 } as const

/** Heads of units who sit in the standing committee beside the seven of the offices. */
export const committeeUnitNumbers = [1, 10, 20, 30, 31, 35, 36, 37] as const

/** The trainee whom the drawings name, by her union and her seat there. */
export const demoTrainee = {
  fullName: 'Nguyễn Thị Bưởi',
  unitName: 'CĐCS Công ty May Sông Trúc',
  seat: 2,
} as const
