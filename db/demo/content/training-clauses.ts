import { type ClauseContent, sections, termOf } from './plan-content.ts'

type Words = readonly [
  code: string,
  section: keyof typeof sections,
  heading: string,
  text: string,
  lastYearText: string | null,
]

/** The fourteen clauses of the training plan; "mục II.3" is the one that most units speak about. */
export function trainingClauses(planYear: number): ClauseContent[] {
  return [...opening(planYear), ...contents, ...carryingOut(planYear)].map(
    ([code, section, heading, text, lastYearText]) => ({
      code,
      section: sections[section],
      heading,
      text,
      lastYearText,
    }),
  )
}

const opening = (planYear: number): Words[] => [
  [
    'I.1',
    'I',
    'Mục đích',
    `Trang bị kiến thức, kỹ năng và phương pháp hoạt động cho đội ngũ cán bộ công đoàn sau đại hội nhiệm kỳ ${termOf(planYear)}, nhất là cán bộ mới được bầu ở công đoàn cơ sở; nâng cao năng lực đại diện, đối thoại, thương lượng, bảo vệ quyền, lợi ích hợp pháp, chính đáng của đoàn viên, người lao động.`,
    'Trang bị kiến thức, kỹ năng cho đội ngũ cán bộ công đoàn sau khi sắp xếp tổ chức theo mô hình mới.',
  ],
  [
    'I.2',
    'I',
    'Yêu cầu',
    'Nội dung sát vị trí công tác và loại hình công đoàn; đúng đối tượng, không chạy theo số lượng. Công đoàn cấp trên hướng dẫn, hỗ trợ và không làm thay. Mỗi lớp đều có kiểm tra cuối khoá và đánh giá của học viên.',
    'Nội dung sát vị trí công tác; đúng đối tượng, tiết kiệm, hiệu quả.',
  ],
  [
    'II.1',
    'II',
    'Cán bộ chuyên trách',
    'Rà soát, lập danh sách cán bộ chuyên trách chưa qua bồi dưỡng lý luận, nghiệp vụ công đoàn, chưa chuẩn hoá ngạch và chức danh lãnh đạo, quản lý; cử đi học dứt điểm trong năm.',
    'Cử cán bộ chuyên trách chưa qua bồi dưỡng đi học theo thông báo của Tổng Liên đoàn.',
  ],
  [
    'II.2',
    'II',
    'Số lớp, số học viên',
    'Liên đoàn Lao động thành phố mở 40 lớp cho cán bộ công đoàn cấp thành phố, cấp trên trực tiếp cơ sở và cán bộ chủ chốt công đoàn cơ sở với 3.920 học viên, bình quân 98 học viên một lớp; danh mục tại Phụ lục.',
    'Liên đoàn Lao động thành phố mở 38 lớp với 3.650 học viên, bình quân 96 học viên một lớp.',
  ],
  [
    'II.3',
    'II',
    'Thời lượng lớp',
    'Mỗi lớp cho cán bộ mới học 03 ngày liên tục, tổ chức tập trung tại Trường Trung cấp Công đoàn Hà Thanh; các lớp chuyên đề học 01 đến 02 ngày.',
    'Mỗi lớp cho cán bộ mới học 02 ngày liên tục tại Trường Trung cấp Công đoàn Hà Thanh.',
  ],
  [
    'II.4',
    'II',
    'Công đoàn cấp trên tự mở lớp, chất lượng lớp học',
    'Công đoàn cấp trên trực tiếp cơ sở tự mở lớp tại đơn vị, theo cụm, mỗi lớp từ 20 đến 60 người. Mọi lớp dành thời lượng thoả đáng cho hỏi đáp và thảo luận nhóm.',
    'Khuyến khích công đoàn cấp trên trực tiếp cơ sở tự mở lớp.',
  ],
]

const contents: readonly Words[] = [
  [
    'III.1',
    'III',
    'Lý luận, nghiệp vụ công đoàn',
    'Luật Công đoàn 2024 và Điều lệ Công đoàn Việt Nam; quản lý, điều hành công đoàn cơ sở; công tác cán bộ, nữ công, tuyên truyền; soạn thảo văn bản; kỹ năng số. Đối tượng: Chủ tịch, Phó Chủ tịch, uỷ viên ban chấp hành mới được bầu. Hình thức: học tập trung có kiểm tra, cấp chứng nhận.',
    'Luật Công đoàn 2024, quản lý, điều hành công đoàn cơ sở cho cán bộ mới được bầu.',
  ],
  [
    'III.2',
    'III',
    'Đối thoại, thương lượng tập thể, pháp luật lao động',
    'Đối thoại tại nơi làm việc, thương lượng và ký thoả ước lao động tập thể, giải quyết tranh chấp lao động, đình công; kiến thức pháp luật cho chủ tịch công đoàn cơ sở doanh nghiệp ngoài khu vực Nhà nước có từ 500 lao động trở lên. Học theo tình huống, có diễn tập phiên thương lượng.',
    'Đối thoại, thương lượng tập thể cho chủ tịch công đoàn cơ sở doanh nghiệp.',
  ],
  [
    'III.3',
    'III',
    'An toàn lao động, tài chính, kiểm tra',
    'An toàn, vệ sinh lao động và mạng lưới an toàn, vệ sinh viên; kế toán công đoàn cơ sở theo mức đóng mới; nghiệp vụ kiểm tra, giám sát cho uỷ viên uỷ ban kiểm tra. Phần lý thuyết được học trực tuyến.',
    'Kế toán công đoàn cơ sở; nghiệp vụ uỷ ban kiểm tra.',
  ],
  [
    'IV.1',
    'IV',
    'Thời gian, địa điểm',
    'Các lớp mở theo tháng ghi trong Phụ lục, tránh tháng cao điểm sản xuất, tuần thi và kỳ nghỉ. Địa điểm: Trường Trung cấp Công đoàn Hà Thanh, hội trường Liên đoàn Lao động thành phố, hội trường khu công nghiệp Nam Giang.',
    'Các lớp mở từ tháng 3 đến tháng 11 tại Trường Trung cấp Công đoàn Hà Thanh.',
  ],
  [
    'V.1',
    'V',
    'Kinh phí',
    'Dự toán 2.265 triệu đồng từ nguồn tài chính công đoàn cấp thành phố. Công đoàn cấp triệu tập chi tiền đi lại, ăn, ở; người sử dụng lao động trả lương trong thời gian học theo Điều 27 Luật Công đoàn. Lớp do công đoàn cấp trên trực tiếp cơ sở tự mở dùng kinh phí của đơn vị.',
    'Dự toán 2.180 triệu đồng từ nguồn tài chính công đoàn cấp thành phố.',
  ],
]

const carryingOut = (planYear: number): Words[] => [
  [
    'VI.1',
    'VI',
    'Các ban, Trường Trung cấp Công đoàn',
    'Ban Công tác Công đoàn chủ trì, tổng hợp, theo dõi; Ban Công đoàn các KCN phối hợp mở lớp tại khu công nghiệp; Văn phòng bảo đảm kinh phí, hậu cần; Trường Trung cấp Công đoàn xây dựng chương trình, tài liệu, bố trí giảng viên.',
    'Ban Công tác Công đoàn chủ trì; Văn phòng bảo đảm kinh phí; Trường Trung cấp Công đoàn bố trí giảng viên.',
  ],
  [
    'VI.2',
    'VI',
    'Công đoàn cấp trên trực tiếp cơ sở',
    'Xây dựng kế hoạch của cấp mình, báo cáo Liên đoàn Lao động thành phố sau 15 ngày làm việc kể từ ngày ban hành Kế hoạch này; chọn, cử học viên đúng đối tượng; làm việc với người sử dụng lao động để cán bộ được đi học. Công đoàn cơ sở lập kế hoạch một trang, ghi rõ số người cần bồi dưỡng.',
    'Xây dựng kế hoạch của cấp mình; chọn, cử học viên đúng đối tượng.',
  ],
  [
    'VI.3',
    'VI',
    'Chế độ báo cáo',
    `Báo cáo 6 tháng trước ngày 15/7/${planYear}, báo cáo năm trước ngày 20/11/${planYear} về Ban Công tác Công đoàn; kết quả thực hiện là căn cứ xét thi đua, khen thưởng.`,
    `Báo cáo năm trước ngày 20/11/${planYear - 1}.`,
  ],
]
