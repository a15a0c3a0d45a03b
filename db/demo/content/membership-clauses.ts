import { type ClauseContent, sections } from './plan-content.ts'

const cityTasks = [
  [
    'Rà soát doanh nghiệp',
    'Phối hợp với Bảo hiểm xã hội, Thuế và Uỷ ban nhân dân các phường, xã, đặc khu rà soát, nắm chắc số doanh nghiệp đang hoạt động; phân loại doanh nghiệp đủ điều kiện, chú trọng doanh nghiệp từ 30 lao động trở lên; cập nhật mỗi quý.',
  ],
  [
    'Giao chỉ tiêu',
    'Giao chỉ tiêu cho 43 công đoàn cấp trên trực tiếp cơ sở, gắn với kết quả rà soát; tổng chỉ tiêu giao đúng 30.000 đoàn viên thực tăng.',
  ],
  [
    'Tuyên truyền, vận động',
    'Vận động theo nhóm doanh nghiệp, ưu tiên phương thức từ dưới lên; mỗi đợt vận động có kế hoạch và người phụ trách.',
  ],
  [
    'Hỗ trợ khu công nghiệp',
    'Khuyến khích, tạo điều kiện hỗ trợ các đơn vị, đặc biệt là Công đoàn các Khu công nghiệp, tổ chức hoạt động văn hoá, thể thao có ưu đãi cho đoàn viên, tạo sự khác biệt giữa đoàn viên và người chưa vào công đoàn.',
  ],
  [
    'Chất lượng công đoàn cơ sở mới',
    'Mỗi công đoàn cơ sở thành lập mới có kế hoạch hỗ trợ chất lượng; bồi dưỡng ban chấp hành trong 06 tháng đầu; không để thành lập rồi không duy trì được hoạt động.',
  ],
  [
    'Nghiệp đoàn',
    'Thí điểm nghiệp đoàn cơ sở cho lao động xe công nghệ, bốc xếp, nghề cá; hướng dẫn quy chế đóng, chi đoàn phí.',
  ],
  [
    'Dữ liệu đoàn viên',
    'Hoàn thành cập nhật dữ liệu đoàn viên trên phần mềm quản lý; số liệu tăng, giảm lấy từ phiếu biến động hằng tháng, không nhập tay số thực tăng.',
  ],
  [
    'Phối hợp',
    'Ký chương trình phối hợp với Bảo hiểm xã hội, Thuế thành phố về trao đổi dữ liệu; giao ban hai tháng một lần.',
  ],
  [
    'Khen thưởng',
    'Biểu dương kịp thời đơn vị, cá nhân có thành tích; lấy kết quả phát triển đoàn viên làm tiêu chí chấm điểm thi đua của cụm.',
  ],
] as const

const unitTasks = [
  [
    'Khảo sát',
    'Lập danh sách doanh nghiệp trên địa bàn chưa có công đoàn cơ sở, ghi rõ mã số thuế, số lao động, ngày khảo sát.',
  ],
  [
    'Kế hoạch của đơn vị',
    'Xây dựng kế hoạch phát triển đoàn viên của đơn vị, chia chỉ tiêu theo quý.',
  ],
  ['Phân công', 'Phân công uỷ viên ban chấp hành phụ trách từng nhóm doanh nghiệp.'],
  [
    'Tiếp cận',
    'Tiếp cận người lao động trước, làm việc với người sử dụng lao động sau; ghi nhật ký mỗi lần tiếp cận.',
  ],
  ['Ban vận động', 'Hướng dẫn thành lập ban vận động, thu đơn theo mẫu cá nhân và mẫu tập thể.'],
  ['Công nhận', 'Công nhận công đoàn cơ sở trong 15 ngày kể từ ngày nhận đủ hồ sơ.'],
  [
    'Ban chấp hành mới',
    'Cử ban chấp hành công đoàn cơ sở mới đi học lớp L30 hoặc lớp do đơn vị tự mở.',
  ],
  ['Thoả ước', 'Hỗ trợ công đoàn cơ sở mới thương lượng thoả ước lao động tập thể trong năm đầu.'],
  ['Phúc lợi', 'Đưa chương trình phúc lợi đoàn viên đến công đoàn cơ sở ngay sau khi thành lập.'],
  [
    'Công đoàn cơ sở yếu',
    'Rà soát công đoàn cơ sở hai quý không báo cáo, không nộp đoàn phí; củng cố hoặc giải thể theo quy định.',
  ],
  [
    'Biến động đoàn viên',
    'Gửi phiếu biến động đoàn viên trước ngày 05 hằng tháng, tách riêng chuyển đi, chuyển đến.',
  ],
  ['Báo cáo', 'Báo cáo quý theo mẫu, nêu rõ khó khăn và kiến nghị.'],
] as const

type Words = readonly [
  code: string,
  section: string,
  heading: string,
  text: string,
  lastYearText: string | null,
]

/** Nine tasks of the federation and twelve of the unions, between the targets and who does what. */
export function membershipClauses(planYear: number): ClauseContent[] {
  const nine = 'III. NHIỆM VỤ, GIẢI PHÁP CỦA LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ'
  const twelve = 'IV. NHIỆM VỤ CỦA CÔNG ĐOÀN CẤP TRÊN TRỰC TIẾP CƠ SỞ'
  const words: Words[] = [
    ...opening,
    ...cityTasks.map(([heading, text], index): Words => [
      `III.${index + 1}`,
      nine,
      heading,
      text,
      null,
    ]),
    ...unitTasks.map(([heading, text], index): Words => [
      `IV.${index + 1}`,
      twelve,
      heading,
      text,
      null,
    ]),
    ...closing(planYear),
  ]
  return words.map(([code, section, heading, text, lastYearText]) => ({
    code,
    section,
    heading,
    text,
    lastYearText,
  }))
}

const opening: readonly Words[] = [
  [
    'I.1',
    sections.I,
    'Mục đích',
    'Tập hợp đông đảo người lao động vào tổ chức Công đoàn, xây dựng công đoàn cơ sở vững mạnh; nâng cao vai trò đại diện ở doanh nghiệp ngoài khu vực Nhà nước.',
    'Tập hợp đông đảo người lao động vào tổ chức Công đoàn sau khi sắp xếp tổ chức.',
  ],
  [
    'I.2',
    sections.I,
    'Yêu cầu',
    'Chỉ tiêu giao sát đặc thù từng đơn vị, có tính khả thi; phát triển số lượng đi đôi với nâng cao chất lượng hoạt động công đoàn cơ sở.',
    'Chỉ tiêu giao sát tình hình đơn vị.',
  ],
  [
    'II.1',
    sections.II,
    'Thành lập công đoàn cơ sở',
    'Ưu tiên doanh nghiệp từ 30 lao động trở lên; doanh nghiệp dưới 30 lao động vận động theo nhóm, theo địa bàn.',
    'Ưu tiên doanh nghiệp từ 50 lao động trở lên.',
  ],
  [
    'II.2',
    sections.II,
    'Đoàn viên',
    'Chỉ tiêu đoàn viên tính theo số thực tăng, lấy từ phiếu biến động hằng tháng của đơn vị; chỉ tiêu từng đơn vị tại Phụ lục.',
    'Chỉ tiêu đoàn viên tính theo số thực tăng.',
  ],
  [
    'II.3',
    sections.II,
    'Chất lượng công đoàn cơ sở',
    'Công đoàn cơ sở mới thành lập được theo dõi 12 tháng: báo cáo, đoàn phí, họp ban chấp hành, thoả ước lao động tập thể.',
    'Công đoàn cơ sở mới thành lập được theo dõi 06 tháng.',
  ],
]

const closing = (planYear: number): Words[] => [
  [
    'V.1',
    sections.V,
    'Kinh phí',
    `Kinh phí vận động, hỗ trợ công đoàn cơ sở mới thực hiện theo định mức của Tổng Liên đoàn; mỗi công đoàn cơ sở thành lập năm ${planYear} được hỗ trợ ban đầu 03 triệu đồng.`,
    'Mỗi công đoàn cơ sở mới được hỗ trợ ban đầu 02 triệu đồng.',
  ],
  [
    'VI.1',
    sections.VI,
    'Các ban',
    'Ban Công tác Công đoàn chủ trì, tổng hợp số liệu hằng tháng; Ban Công đoàn các KCN phụ trách doanh nghiệp trong khu công nghiệp; Văn phòng bảo đảm kinh phí.',
    'Ban Công tác Công đoàn chủ trì, tổng hợp số liệu hằng quý.',
  ],
  [
    'VI.2',
    sections.VI,
    'Chế độ báo cáo, sơ kết',
    `Sơ kết 6 tháng trước ngày 15/7/${planYear}, tổng kết trước ngày 10/12/${planYear}.`,
    `Tổng kết trước ngày 10/12/${planYear - 1}.`,
  ],
]
