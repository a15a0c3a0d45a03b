import type { UnitKind } from '../../domain/federation/unit-kind.ts'

/**
 * The immediate-upper unions of the invented city of Hà Thanh, numbered as in the drawings.
 * `grassroots` is a weight where `fixed` is not set: the rest of the 10,000 is shared out by it.
 */
export type UpperUnit = {
  number: number
  name: string
  kind: UnitKind
  grassroots: number
  fixed?: true
  /** Workers of a usual grassroots union here. */
  usualWorkers: number
  president?: string
  /** The full-time drafter whom the others ring up. */
  contact?: string
  /** Full-time officials besides president, vice president and drafter. */
  staff: number
}

type Rest = Partial<Pick<UpperUnit, 'president' | 'contact' | 'usualWorkers' | 'fixed' | 'staff'>>

const ward = (number: number, place: string, grassroots: number, rest: Rest = {}): UpperUnit => ({
  number,
  name: `Công đoàn phường ${place}`,
  kind: 'WARD_UNION',
  grassroots,
  usualWorkers: 42,
  staff: 3,
  ...rest,
})

const commune = (
  number: number,
  place: string,
  grassroots: number,
  rest: Rest = {},
): UpperUnit => ({
  ...ward(number, place, grassroots),
  name: `Công đoàn xã ${place}`,
  kind: 'COMMUNE_UNION',
  usualWorkers: 34,
  staff: 2,
  ...rest,
})

const corporation = (
  number: number,
  name: string,
  grassroots: number,
  rest: Rest = {},
): UpperUnit => ({
  number,
  name: `Công đoàn Tổng công ty ${name}`,
  kind: 'CORPORATION_UNION',
  grassroots,
  fixed: true,
  usualWorkers: 190,
  staff: 2,
  ...rest,
})

export const upperUnits: readonly UpperUnit[] = [
  ward(1, 'Thanh Môn', 400, { president: 'Nguyễn Thị Tố Nga', staff: 4 }),
  ward(2, 'Bến Trúc', 318, {
    president: 'Phạm Đức Thuỷ',
    contact: 'Hoàng Thị Lụa',
    fixed: true,
    staff: 4,
  }),
  ward(3, 'Chợ Sen', 372),
  ward(4, 'Hàng Thau', 410, { staff: 4 }),
  ward(5, 'Đình Vạn', 296),
  ward(6, 'Lạc Khê', 334),
  ward(7, 'Phú Nhuỵ', 288, { contact: 'Đinh Quốc Mẫn' }),
  ward(8, 'Gò Sậy', 352),
  ward(9, 'Vĩnh Ngàn', 268),
  ward(10, 'Đông Lụa', 384, { president: 'Phan Thế Hanh', staff: 4 }),
  ward(11, 'Cầu Mây', 326, { contact: 'Lê Thị Ngẫu' }),
  ward(12, 'Tân Sỏi', 358),
  ward(13, 'Bãi Dâu', 306),
  ward(14, 'Lò Gốm', 342),
  ward(15, 'Tam Bến', 314),
  ward(16, 'Quán Bàng', 278),
  ward(17, 'Thượng Đồi', 252),
  ward(18, 'Kim Chử', 300),
  commune(19, 'Mỹ Đổng', 236, { contact: 'Trần Văn Sỹ' }),
  commune(20, 'Đồng Sim', 262, { president: 'Nguyễn Duy Tạo' }),
  commune(21, 'Vân Khê', 214),
  commune(22, 'Yên Lễ', 242),
  commune(23, 'Trại Vải', 204),
  commune(24, 'Hoà Lũng', 226),
  commune(25, 'Phúc Chè', 188),
  commune(26, 'Sơn Tràm', 196),
  commune(27, 'Liên Bãi', 232),
  commune(28, 'An Đò', 210),
  commune(29, 'Cổ Kiều', 220),
  {
    number: 30,
    name: 'Công đoàn ngành Giáo dục',
    kind: 'LOCAL_SECTOR_UNION',
    grassroots: 412,
    fixed: true,
    usualWorkers: 58,
    president: 'Hà Thị Sen',
    staff: 3,
  },
  {
    number: 31,
    name: 'Công đoàn ngành Y tế',
    kind: 'LOCAL_SECTOR_UNION',
    grassroots: 96,
    fixed: true,
    usualWorkers: 160,
    president: 'Thái Thị Hoài An',
    contact: 'Lý Thu Nguyệt',
    staff: 3,
  },
  corporation(32, 'Điện lực Hà Thanh', 34),
  corporation(33, 'Cấp nước Hà Thanh', 26),
  corporation(34, 'Vận tải Hà Thanh', 41),
  {
    number: 35,
    name: 'Công đoàn các Khu công nghiệp',
    kind: 'INDUSTRIAL_PARK_UNION',
    grassroots: 124,
    fixed: true,
    usualWorkers: 860,
    president: 'Bạch Hải Yến',
    contact: 'Phan Hữu Đễ',
    staff: 7,
  },
  corporation(36, 'Xây dựng Hà Thanh', 58, { president: 'Cao Xuân Đỉnh' }),
  corporation(37, 'Dệt may Hà Thanh', 47, { president: 'Đoàn Thị Kim Thoa', usualWorkers: 420 }),
  corporation(38, 'Thương mại Hà Thanh', 52),
  corporation(39, 'Cơ khí Hà Thanh', 39),
  corporation(40, 'Du lịch Hà Thanh', 44),
  corporation(41, 'Môi trường đô thị Hà Thanh', 31),
  corporation(42, 'Phát triển nhà Hà Thanh', 28),
  {
    number: 43,
    name: 'Công đoàn đặc khu Hòn Én',
    kind: 'SPECIAL_ZONE_UNION',
    grassroots: 38,
    fixed: true,
    usualWorkers: 26,
    contact: 'Võ Thị Chuyền',
    staff: 2,
  },
]

/** 'HT-02': by these codes everything of the demo names a unit. */
export const upperCode = (number: number) => `HT-${String(number).padStart(2, '0')}`
