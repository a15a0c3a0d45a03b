import { type Random, weighted } from './random.ts'
import type { Ownership, UnitKind } from '../../domain/federation/unit-kind.ts'

/** What a grassroots union is the union of. */
export type Workplace = {
  name: string
  sector: string
  ownership: Ownership
  kind: 'GRASSROOTS_UNION' | 'TRADE_GUILD'
  /** Against the usual number of workers of the unit above it. */
  size: number
  women: number
}

type Trade = readonly [line: string, sector: string, size: number, women: number]

const trades = weighted<Trade>([
  [['May', 'Dệt may', 3.2, 0.8], 9],
  [['Giày', 'Da giày', 3, 0.74], 4],
  [['Điện tử', 'Điện tử', 2.6, 0.68], 5],
  [['Cơ khí', 'Cơ khí', 1.2, 0.22], 8],
  [['Nhựa', 'Nhựa, bao bì', 1.1, 0.44], 5],
  [['Bao bì', 'Nhựa, bao bì', 0.9, 0.48], 4],
  [['Gỗ', 'Chế biến gỗ', 1.1, 0.4], 4],
  [['Thực phẩm', 'Thực phẩm', 1.4, 0.6], 6],
  [['Thuỷ sản', 'Thực phẩm', 1.6, 0.66], 3],
  [['Xây dựng', 'Xây dựng', 1, 0.18], 10],
  [['Vật liệu xây dựng', 'Xây dựng', 0.8, 0.26], 5],
  [['Thương mại', 'Thương mại', 0.6, 0.54], 11],
  [['Thương mại và Dịch vụ', 'Thương mại', 0.6, 0.54], 8],
  [['Vận tải', 'Vận tải, kho bãi', 0.9, 0.2], 6],
  [['Kho vận', 'Vận tải, kho bãi', 0.9, 0.3], 3],
  [['Dược', 'Dược, thiết bị y tế', 0.9, 0.62], 3],
  [['Thiết bị y tế', 'Dược, thiết bị y tế', 0.5, 0.5], 2],
  [['In', 'In, xuất bản', 0.6, 0.46], 2],
  [['Công nghệ', 'Công nghệ thông tin', 0.7, 0.38], 5],
  [['Phần mềm', 'Công nghệ thông tin', 0.6, 0.36], 2],
  [['Khách sạn', 'Du lịch, lưu trú', 0.8, 0.58], 3],
  [['Du lịch', 'Du lịch, lưu trú', 0.5, 0.56], 3],
  [['Bảo vệ', 'Dịch vụ', 1.3, 0.1], 2],
  [['Vệ sinh công nghiệp', 'Dịch vụ', 1.2, 0.72], 2],
  [['Tư vấn thiết kế', 'Dịch vụ', 0.5, 0.34], 3],
  [['Hoá chất', 'Hoá chất', 0.8, 0.3], 2],
  [['Điện lạnh', 'Cơ khí', 0.6, 0.2], 2],
])

const forms = weighted<readonly [string, Ownership]>([
  [['Công ty TNHH', 'NON_STATE'], 40],
  [['Công ty Cổ phần', 'NON_STATE'], 38],
  [['Công ty TNHH MTV', 'NON_STATE'], 9],
  [['Công ty', 'NON_STATE'], 5],
  [['Công ty TNHH Quốc tế', 'FDI'], 3],
  [['Công ty Cổ phần Nhà nước', 'STATE'], 2],
])

const schools = weighted([
  ['Trường Mầm non', 11],
  ['Trường Tiểu học', 9],
  ['Trường THCS', 7],
  ['Trường THPT', 3],
  ['Trường Mầm non tư thục', 6],
  ['Trường Phổ thông liên cấp', 1],
])
const clinics = weighted([
  ['Bệnh viện Đa khoa', 2],
  ['Phòng khám Đa khoa', 5],
  ['Trung tâm Y tế', 2],
  ['Bệnh viện Chuyên khoa', 1],
])

const firstWords = `An Anh Bình Cẩm Châu Đại Đông Đức Gia Hải Hoà Hoàng Hồng Hưng Khánh Kim Lạc Liên
  Long Mai Minh Mỹ Nam Ngân Ngọc Nhật Phú Phúc Phương Quang Quế Sao Sông Sơn Tam Tân Thái Thanh Thành
  Thiên Thuận Tiến Toàn Trung Trường Tùng Vạn Việt Vĩnh Xuân`.split(/\s+/)
const secondWords =
  `An Bách Bảo Cát Cường Dương Đạt Đồng Giang Hà Hải Hoa Hưng Khang Khoa Lâm Lan Linh
  Lộc Lộ Lợi Minh Nguyên Phát Phong Phú Quân Sen Sơn Tâm Tân Thành Thắng Thịnh Thọ Thuỷ Tín Trí Trúc
  Trường Tuấn Tường Vân Vinh Vượng Xuyên Yên`.split(/\s+/)

function ownName(random: Random): string {
  const [first, second] = [random.pick(firstWords), random.pick(secondWords)]
  return first === second ? ownName(random) : `${first} ${second}`
}

function company(random: Random): Workplace {
  const [form, ownership] = forms(random)
  const [line, sector, size, women] = trades(random)
  const name = `${form} ${line} ${ownName(random)}`
  return { name, sector, ownership, kind: 'GRASSROOTS_UNION', size, women }
}

function school(random: Random): Workplace {
  const form = schools(random)
  const isPrivate = form.includes('tư thục') || form.includes('liên cấp')
  const ownership = isPrivate ? 'NON_STATE' : 'PUBLIC_SERVICE'
  const name = `${form} ${ownName(random)}`
  return { name, sector: 'Giáo dục', ownership, kind: 'GRASSROOTS_UNION', size: 1, women: 0.83 }
}

function clinic(random: Random): Workplace {
  const form = clinics(random)
  const ownership = form === 'Trung tâm Y tế' ? 'PUBLIC_SERVICE' : 'NON_STATE'
  const name = `${form} ${ownName(random)}`
  return { name, sector: 'Y tế', ownership, kind: 'GRASSROOTS_UNION', size: 1.3, women: 0.68 }
}

function cooperative(random: Random): Workplace {
  const name = `Hợp tác xã ${random.pick(['Nông nghiệp', 'Vận tải', 'Dịch vụ', 'Thủ công mỹ nghệ'])} ${ownName(random)}`
  const sector = 'Hợp tác xã'
  return { name, sector, ownership: 'NON_STATE', kind: 'GRASSROOTS_UNION', size: 0.7, women: 0.5 }
}

function guild(random: Random): Workplace {
  const trade = random.pick([
    'Xe ôm công nghệ',
    'Bốc xếp',
    'Nghề cá',
    'Giúp việc gia đình',
    'Xe tải',
  ])
  const name = `${trade} ${ownName(random)}`
  const sector = 'Lao động tự do'
  return { name, sector, ownership: 'NON_STATE', kind: 'TRADE_GUILD', size: 1.1, women: 0.36 }
}

const inStreets = weighted([
  [company, 78],
  [school, 9],
  [clinic, 4],
  [cooperative, 5],
  [guild, 2],
])
const onIsland = weighted([
  [company, 40],
  [cooperative, 25],
  [guild, 15],
  [school, 12],
])

/** One more workplace under a union of this kind. */
export function workplaceUnder(kind: UnitKind, upperName: string, random: Random): Workplace {
  switch (kind) {
    case 'LOCAL_SECTOR_UNION':
      return upperName.includes('Y tế') ? clinic(random) : school(random)
    case 'INDUSTRIAL_PARK_UNION':
      return { ...company(random), ownership: random.chance(0.58) ? 'FDI' : 'NON_STATE' }
    case 'CORPORATION_UNION':
      return { ...company(random), ownership: random.chance(0.45) ? 'STATE' : 'NON_STATE' }
    case 'SPECIAL_ZONE_UNION':
      return onIsland(random)(random)
    default:
      return inStreets(random)(random)
  }
}
