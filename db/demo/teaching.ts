import type { FullTime } from './full-time-officials.ts'
import { randomFor } from './random.ts'
import type { LecturerRow, OfficialRow, PartnerRow } from './rows.ts'

const partners: readonly (readonly [name: string, kind: string, aliases: string[]])[] = [
  [
    'Trường Trung cấp Công đoàn Hà Thanh',
    'UNION_SCHOOL',
    [
      'Trường Trung cấp nghiệp vụ và dạy nghề Công đoàn Hà Thanh',
      'Trường Trung cấp',
      'TCCĐ Hà Thanh',
    ],
  ],
  [
    'Trường Chính trị thành phố Hà Thanh',
    'POLITICAL_TRAINING_CENTRE',
    ['Trung tâm Bồi dưỡng chính trị quận Hai Bà Trưng', 'Trường Chính trị'],
  ],
  ['Trường Đại học Công đoàn', 'UNIVERSITY', ['ĐHCĐ', 'Đại học Công đoàn']],
  ['Trung tâm Tư vấn pháp luật Công đoàn Hà Thanh', 'LEGAL_CENTRE', ['Trung tâm Tư vấn pháp luật']],
  ['Trung tâm Huấn luyện An toàn lao động Hà Thanh', 'SAFETY_CENTRE', ['Trung tâm ATLĐ']],
]

type Guest = readonly [fullName: string, title: string, unitName: string, topics: string[]]

const guests: readonly Guest[] = [
  [
    'Viên Ngọc Thư',
    'Giảng viên chính',
    'Trường Đại học Công đoàn',
    ['Quan hệ lao động', 'Thương lượng tập thể'],
  ],
  [
    'Hồ Sỹ Lượng',
    'Trưởng khoa Công đoàn',
    'Trường Trung cấp Công đoàn Hà Thanh',
    ['Lý luận và nghiệp vụ công đoàn'],
  ],
  [
    'Giáp Thị Nhâm',
    'Giám đốc',
    'Trung tâm Tư vấn pháp luật Công đoàn Hà Thanh',
    ['Bộ luật Lao động', 'Giải quyết tranh chấp lao động'],
  ],
  [
    'Khuất Duy Bằng',
    'Kỹ sư an toàn',
    'Trung tâm Huấn luyện An toàn lao động Hà Thanh',
    ['An toàn, vệ sinh lao động'],
  ],
  [
    'Âu Thị Mười',
    'Giảng viên',
    'Trường Chính trị thành phố Hà Thanh',
    ['Lý luận chính trị', 'Quản lý nhà nước'],
  ],
]

const officeTopics: Readonly<Record<string, readonly string[]>> = {
  'Vũ Thị Hồng Nhạn': ['Công tác cán bộ', 'Lý luận và nghiệp vụ công đoàn'],
  'Mai Văn Lễ': ['Nghiệp vụ kiểm tra, giám sát'],
  'Tăng Thị Phượng': ['Phát triển đoàn viên', 'Đối thoại tại nơi làm việc'],
  'Lâm Tuyết Nga': ['Soạn thảo văn bản, lưu trữ', 'Thi đua, khen thưởng'],
}

const schoolTopics = [
  ['Kỹ năng tuyên truyền miệng', 'Lý luận và nghiệp vụ công đoàn'],
  ['Quản lý, điều hành công đoàn cơ sở'],
  ['Tài chính, kế toán công đoàn'],
  ['Kỹ năng tổ chức hoạt động văn hoá, thể thao'],
  ['Kỹ năng số, trí tuệ nhân tạo trong công tác công đoàn'],
]

type Wanted = { guest: Guest; officialId: string | null }

function wantedLecturers({ school, offices }: FullTime): Wanted[] {
  const ofSchool = ({ full_name, id }: OfficialRow, index: number): Wanted => ({
    guest: [
      full_name,
      'Giảng viên',
      'Trường Trung cấp Công đoàn Hà Thanh',
      schoolTopics[index] ?? [],
    ],
    officialId: id,
  })
  const ofOffices = Object.entries(officeTopics).map(([fullName, topics]): Wanted => ({
    guest: [fullName, 'Giảng viên kiêm chức', 'Liên đoàn Lao động thành phố Hà Thanh', [...topics]],
    officialId: offices.get(fullName)?.id ?? null,
  }))
  return [
    ...school.slice(0, schoolTopics.length).map(ofSchool),
    ...ofOffices,
    ...guests.map((guest) => ({ guest, officialId: null })),
  ]
}

/** Partners of the classes and the lecturers who may be asked. */
export function generateTeaching(
  seed: number,
  federationId: string,
  since: string,
  people: FullTime,
) {
  const { uuid } = randomFor(seed, 'teaching')
  return {
    partners: partners.map(([name, kind, aliases]): PartnerRow => ({
      id: uuid(),
      federation_id: federationId,
      name,
      kind,
      aliases,
    })),
    lecturers: wantedLecturers(people).map(
      ({ guest: [full_name, title, unit_name, topics], officialId }): LecturerRow => ({
        id: uuid(),
        federation_id: federationId,
        official_id: officialId,
        full_name,
        title,
        unit_name,
        topics,
        approved_since: since,
      }),
    ),
  }
}
