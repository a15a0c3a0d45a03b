import type { UnitKind } from '../../domain/federation/unit-kind.ts'

/** What ended with the district level; `heirs` are the numbers of those who took it over. */
export type ClosedUnit = { name: string; kind: UnitKind; since: string; heirs: readonly number[] }

const district = (name: string, since: string, heirs: readonly number[]): ClosedUnit => ({
  name: `LĐLĐ ${name} (cũ)`,
  kind: 'DISTRICT_FEDERATION',
  since,
  heirs,
})
const sector = (name: string, since: string, heirs: readonly number[]): ClosedUnit => ({
  name: `Công đoàn ngành ${name} (cũ)`,
  kind: 'LOCAL_SECTOR_UNION',
  since,
  heirs,
})

export const closedOn = '2025-06-30'
export const reorganisedOn = '2025-07-01'

export const closedUnits: readonly ClosedUnit[] = [
  district('quận Hai Bà Trưng', '1961-05-31', [2, 3, 11]),
  district('quận Thanh Đông', '1961-05-31', [1, 4, 5]),
  district('quận Lạc Hồng', '1974-12-29', [6, 7, 8]),
  district('quận Vĩnh Ngàn', '1996-11-22', [9, 10, 12]),
  district('quận Bãi Dâu', '2003-11-06', [13, 14, 15]),
  district('thị xã Kim Chử', '2009-12-08', [16, 17, 18]),
  district('huyện Mỹ Đổng', '1979-02-17', [19, 20, 21]),
  district('huyện Yên Lễ', '1979-02-17', [22, 23, 24]),
  district('huyện Sơn Tràm', '1983-09-05', [25, 26, 27]),
  district('huyện Cổ Kiều', '1983-09-05', [28, 29]),
  district('huyện đảo Hòn Én', '1993-03-26', [43]),
  sector('Xây dựng', '1958-10-12', [36, 42]),
  sector('Công Thương', '2008-04-01', [37, 38, 39]),
  sector('Giao thông vận tải', '1955-08-28', [34]),
  sector('Nông nghiệp và Phát triển nông thôn', '1996-05-14', [22, 25, 29]),
  {
    name: 'Công đoàn Viên chức thành phố (cũ)',
    kind: 'LOCAL_SECTOR_UNION',
    since: '1995-01-18',
    heirs: [1, 4],
  },
  {
    name: 'Công đoàn các Khu công nghiệp và chế xuất (cũ)',
    kind: 'INDUSTRIAL_PARK_UNION',
    since: '2001-06-20',
    heirs: [35],
  },
]
