import type { Role } from '../../domain/grammar/deed.ts'
import { demoTrainee, inspectorNames, officePeople, schoolLecturer } from './office-people.ts'
import { upperUnits } from './upper-units.ts'
import { usernameOf } from './usernames.ts'

export type DemoPerson = {
  /** The station of the year at which this person acts; null for the administrator. */
  step: 2 | 3 | 4 | 5 | 6 | 7 | 8 | null
  username: string
  fullName: string
  title: string
  unitName: string
  roles: readonly Role[]
}

const federationName = 'Liên đoàn Lao động thành phố Hà Thanh'

const places: Readonly<Record<string, string>> = {
  cadre: 'Ban Công tác Công đoàn',
  parks: 'Ban Công đoàn các KCN',
  office: 'Văn phòng',
}

function fromOffices(step: DemoPerson['step'], fullName: string, role: Role): DemoPerson {
  const person = officePeople.find((each) => each.fullName === fullName)
  if (!person?.roles?.includes(role)) throw new Error(`${fullName} is not ${role}`)
  const unitName = person.department ? places[person.department] : federationName
  return {
    step,
    username: usernameOf(fullName),
    fullName,
    title: person.title,
    unitName: unitName ?? federationName,
    roles: [role],
  }
}

function fromInspectors(fullName: string, index: number): DemoPerson {
  return {
    step: 7,
    username: usernameOf(fullName),
    fullName,
    title: index === 0 ? 'Phó Chủ nhiệm Uỷ ban Kiểm tra' : 'Uỷ viên Uỷ ban Kiểm tra',
    unitName: federationName,
    roles: ['inspector'],
  }
}

function fromUnit(fullName: string, title: string, role: Role): DemoPerson {
  const unit = upperUnits.find((each) => each.contact === fullName || each.president === fullName)
  if (!unit) throw new Error(`${fullName} holds no key of a unit`)
  const username = usernameOf(fullName)
  return { step: 3, username, fullName, title, unitName: unit.name, roles: [role] }
}

/**
 * Whom the sign-in page offers, in the order of the year. A person who acts at two stations
 * stands at both. Named people get their user names first, so none of these carries a number.
 */
export const demoPersons: readonly DemoPerson[] = [
  fromOffices(2, 'Đỗ Quang Khải', 'departmentDrafter'),
  fromOffices(2, 'Vũ Thị Hồng Nhạn', 'departmentHead'),
  fromOffices(2, 'Đặng Hữu Nghĩa', 'committeeLeader'),
  fromUnit('Hoàng Thị Lụa', 'Chuyên viên', 'unitDrafter'),
  fromUnit('Phạm Đức Thuỷ', 'Chủ tịch', 'unitHead'),
  fromOffices(4, 'Trịnh Thuỵ Vân', 'departmentDrafter'),
  fromOffices(5, 'Kiều Văn Thạc', 'contentChecker'),
  fromOffices(5, 'Lâm Tuyết Nga', 'formChecker'),
  fromOffices(5, 'Ngô Bá Trường', 'committeeMember'),
  fromOffices(5, 'Lê Thị Thanh Tâm', 'committeeMember'),
  fromOffices(5, 'Doãn Thị Kim Cúc', 'committeeMember'),
  fromOffices(5, 'Đặng Hữu Nghĩa', 'committeeLeader'),
  fromOffices(5, 'Bùi Thị Nhài', 'recordsClerk'),
  fromOffices(6, 'Đỗ Quang Khải', 'classOrganiser'),
  fromOffices(6, 'Lục Văn Sáng', 'classOrganiser'),
  {
    step: 6,
    username: usernameOf(schoolLecturer.fullName),
    fullName: schoolLecturer.fullName,
    title: 'Giảng viên',
    unitName: 'Trường Trung cấp Công đoàn Hà Thanh',
    roles: ['lecturer'],
  },
  {
    step: 6,
    username: usernameOf(demoTrainee.fullName),
    fullName: demoTrainee.fullName,
    title: 'Uỷ viên Ban Chấp hành',
    unitName: demoTrainee.unitName,
    roles: ['trainee'],
  },
  fromOffices(7, 'Mai Văn Lễ', 'inspectionHead'),
  ...inspectorNames.map(fromInspectors),
  fromOffices(8, 'Trịnh Thuỵ Vân', 'councilSecretary'),
  fromOffices(8, 'Phùng Văn Kha', 'councilMember'),
  fromOffices(null, 'Tô Minh Quân', 'administrator'),
]
