import { type LineWish, NO_FACTS } from '../../../domain/feedback/line-wish.ts'

/** What units say about the two drafts: short keys, so that the answers can name them. */

export type PlanType = 'TRAINING' | 'MEMBERSHIP_DEVELOPMENT'
export type CommentKind = 'DIFFICULTY' | 'PROPOSAL' | 'CORRECTION' | 'QUESTION'

export type CommentContent = {
  planType: PlanType
  placeKind: 'CLAUSE' | 'TARGET' | 'LINE' | 'GENERAL'
  placeCode: string | null
  kind: CommentKind
  text: string
  suggestedText: string | null
  line?: LineWish
}

const kinds = { D: 'DIFFICULTY', P: 'PROPOSAL', C: 'CORRECTION', Q: 'QUESTION' } as const

const place = (at: string): Pick<CommentContent, 'placeKind' | 'placeCode'> => {
  if (at === '*') return { placeKind: 'GENERAL', placeCode: null }
  if (at.startsWith('+')) return { placeKind: 'LINE', placeCode: at }
  const placeKind = at.includes('.') ? 'CLAUSE' : at.startsWith('L') ? 'LINE' : 'TARGET'
  return { placeKind, placeCode: at }
}

const on =
  (planType: PlanType) =>
  (kind: keyof typeof kinds, at: string, text: string, suggestedText: string | null = null) => ({
    planType,
    ...place(at),
    kind: kinds[kind],
    text,
    suggestedText,
  })

/** An opinion on a class, with the figures that it asks for. */
const asking = (comment: CommentContent, line: Partial<LineWish>): CommentContent => ({
  ...comment,
  line: { ...NO_FACTS, wish: 'CHANGE', ...line },
})

const t = on('TRAINING')
const m = on('MEMBERSHIP_DEVELOPMENT')

/** The training plan, place by place. `{unit}` becomes the name of who speaks. */
export const trainingComments = {
  threeDaysSplit: t(
    'C',
    'II.3',
    'Phần lớn cán bộ của {unit} không chuyên trách, doanh nghiệp khó cho nghỉ 03 ngày liền.',
    'Mỗi lớp cho cán bộ mới học 03 ngày chia hai đợt, tổ chức theo cụm phường, xã hoặc tại Trường Trung cấp Công đoàn Hà Thanh; các lớp chuyên đề học 01 đến 02 ngày.',
  ),
  threeDaysWeekend: t(
    'P',
    'II.3',
    'Đề nghị mở thêm lớp vào thứ Bảy, Chủ nhật cho cán bộ mới, không cần doanh nghiệp cho nghỉ việc.',
    'Mỗi lớp cho cán bộ mới học 03 ngày, có lớp học vào thứ Bảy, Chủ nhật; các lớp chuyên đề học 01 đến 02 ngày.',
  ),
  threeDaysOnline: t(
    'P',
    'II.3',
    'Rút phần học trên lớp còn 02 ngày, phần lý thuyết học trực tuyến để cán bộ tự xếp giờ.',
    'Mỗi lớp cho cán bộ mới học 01 ngày trực tuyến và 02 ngày thực hành trên lớp; các lớp chuyên đề học 01 đến 02 ngày.',
  ),
  threeDaysCluster: t(
    'P',
    'II.3',
    'Đề nghị tổ chức lớp theo cụm xã; từ {unit} đến Trường Trung cấp Công đoàn đi về gần 60 km.',
  ),
  threeDaysEnough: t(
    'Q',
    'II.3',
    'Cán bộ đã dự lớp 02 ngày năm trước, nay được bầu lại, có phải học lại 03 ngày không?',
  ),
  purposeNew: t(
    'C',
    'I.1',
    'Đề nghị nêu rõ cả cán bộ được bầu bổ sung giữa nhiệm kỳ, nhóm này ở {unit} khá đông.',
    'Trang bị kiến thức, kỹ năng và phương pháp hoạt động cho đội ngũ cán bộ công đoàn sau đại hội, nhất là cán bộ mới được bầu và cán bộ bầu bổ sung ở công đoàn cơ sở; nâng cao năng lực đại diện, đối thoại, thương lượng, bảo vệ quyền, lợi ích hợp pháp, chính đáng của đoàn viên, người lao động.',
  ),
  evaluation: t(
    'P',
    'I.2',
    'Đề nghị ban hành mẫu phiếu đánh giá chung cho mọi lớp và gửi kết quả về đơn vị cử người.',
  ),
  proveNewFullTime: t(
    'Q',
    'T1',
    'Cán bộ điều động từ cơ quan khác về giữa nhiệm kỳ có tính vào số mới bổ sung không?',
  ),
  rankCourses: t(
    'D',
    'T2',
    'Các lớp quản lý nhà nước do Trường Chính trị mở, số chỗ ít; {unit} đã đăng ký hai năm chưa được gọi.',
  ),
  rankTerm: t(
    'P',
    'T2',
    'Đề nghị tính chỉ tiêu này theo cả nhiệm kỳ, năm đầu đạt 60%, vì phụ thuộc lịch mở lớp của trường.',
    'Trong nhiệm kỳ, 100% cán bộ công đoàn chuyên trách được đào tạo, bồi dưỡng chuẩn hoá ngạch công chức, chức danh lãnh đạo, quản lý; năm đầu đạt ít nhất 60%.',
  ),
  toTheGrassroots: t(
    'Q',
    'T3',
    'Chuyên trách ở công đoàn cơ sở doanh nghiệp do doanh nghiệp trả lương có thuộc diện này không?',
  ),
  newOfficialsShare: t(
    'P',
    'II.1',
    'Đề nghị Liên đoàn gửi sớm danh sách cán bộ chưa qua bồi dưỡng để đơn vị đối chiếu, tránh cử trùng.',
  ),
  classSize: t(
    'D',
    'II.2',
    'Bình quân 98 học viên một lớp là đông, khó thảo luận nhóm; {unit} năm trước có lớp 120 người, nhiều người ngồi cuối không nghe rõ.',
  ),
  classSizeCap: t(
    'P',
    'II.2',
    'Đề nghị lớp kỹ năng không quá 60 học viên, lớp phổ biến văn bản có thể đông hơn.',
    'Liên đoàn Lao động thành phố mở 40 lớp cho cán bộ công đoàn cấp thành phố, cấp trên trực tiếp cơ sở và cán bộ chủ chốt công đoàn cơ sở với 3.920 học viên; lớp kỹ năng không quá 60 học viên; danh mục tại Phụ lục.',
  ),
  seatsPerUnit: t(
    'Q',
    'T5',
    'Chỗ học do đơn vị xin thêm tự túc kinh phí có tính vào 3.920 học viên không?',
  ),
  seatsMore: t(
    'P',
    'T5',
    '{unit} có nhiều ban chấp hành mới, đề nghị tăng số chỗ ở các lớp cán bộ mới.',
  ),
  leadersTwoClasses: t(
    'P',
    'T6',
    'Nên mở đủ 02 lớp lãnh đạo để Chủ tịch và Phó Chủ tịch một đơn vị không phải đi cùng lúc.',
    'Mở 02 lớp cho Trưởng, Phó các ban Liên đoàn Lao động thành phố; Chủ tịch, Phó Chủ tịch các công đoàn cấp trên trực tiếp cơ sở.',
  ),
  ownClassesHard: t(
    'D',
    'T7',
    '{unit} chỉ có 05 cán bộ chuyên trách, chưa có hội trường; tự mở lớp phải thuê địa điểm.',
  ),
  ownClassesJoint: t(
    'P',
    'II.4',
    'Cho phép hai, ba đơn vị liền kề mở chung một lớp và mỗi đơn vị đều được tính.',
    'Công đoàn cấp trên trực tiếp cơ sở tự mở lớp tại đơn vị hoặc mở chung theo cụm, mỗi lớp từ 20 đến 60 người. Mọi lớp dành thời lượng thoả đáng cho hỏi đáp và thảo luận nhóm.',
  ),
  ownClassesKit: t(
    'P',
    'II.4',
    'Đề nghị Trường Trung cấp Công đoàn gửi khung chương trình, tài liệu mẫu và danh sách giảng viên để đơn vị tự mở lớp.',
  ),
  passRate: t(
    'Q',
    'T8',
    'Người không đạt bài kiểm tra cuối khoá được thi lại mấy lần, và có tính vào 93% không?',
  ),
  qAndA: t(
    'C',
    'T9',
    'Nên ghi rõ cả thảo luận nhóm cho khỏi hiểu khác nhau.',
    'Thời lượng hỏi đáp và thảo luận nhóm của mỗi lớp bằng ít nhất một phần ba số giờ lên lớp.',
  ),
  qAndAOnline: t('Q', 'T9', 'Lớp học trực tuyến tính giờ hỏi đáp thế nào?'),
  theoryLaw: t(
    'P',
    'III.1',
    'Đề nghị thêm chuyên đề xử lý tình huống sau khi sắp xếp lại đơn vị hành chính: tiếp nhận hồ sơ, con dấu, tài khoản.',
  ),
  digital: t(
    'P',
    'III.1',
    'Đề nghị thêm nội dung bảo vệ dữ liệu cá nhân khi dùng phần mềm quản lý đoàn viên.',
  ),
  theoryDoc: t(
    'C',
    'III.1',
    'Nội dung soạn thảo văn bản nên ghi theo quy định về thể thức văn bản của tổ chức Công đoàn.',
    'Luật Công đoàn 2024 và Điều lệ Công đoàn Việt Nam; quản lý, điều hành công đoàn cơ sở; công tác cán bộ, nữ công, tuyên truyền; soạn thảo văn bản theo thể thức văn bản của tổ chức Công đoàn; kỹ năng số. Đối tượng: Chủ tịch, Phó Chủ tịch, uỷ viên ban chấp hành mới được bầu. Hình thức: học tập trung có kiểm tra, cấp chứng nhận.',
  ),
  bargainingSmall: t(
    'D',
    'III.2',
    'Doanh nghiệp ở {unit} phần lớn dưới 50 lao động, thương lượng từng doanh nghiệp rất khó, ít nơi có thoả ước.',
  ),
  bargainingCases: t(
    'P',
    'III.2',
    'Đề nghị dùng tình huống thật của thành phố và mời một chủ tịch công đoàn cơ sở đã ký được thoả ước tốt đến nói chuyện.',
  ),
  lawThreshold: t(
    'P',
    'III.2',
    'Đề nghị hạ mức từ 500 xuống 300 lao động; {unit} chỉ có vài doanh nghiệp từ 500 lao động.',
  ),
  safetyPublic: t(
    'P',
    'III.3',
    'Đề nghị thêm nội dung an toàn phòng thí nghiệm, bếp ăn bán trú cho khối trường học.',
  ),
  accountingNewDues: t(
    'P',
    'III.3',
    'Lớp kế toán cần kèm bài tập theo mức đóng đoàn phí mới và phần mềm kế toán đang dùng.',
  ),
  inspectionSubstitute: t(
    'Q',
    'III.3',
    'Uỷ viên uỷ ban kiểm tra bầu bổ sung trong năm có được dự lớp không, hay chờ năm sau?',
  ),
  examWeeks: t(
    'P',
    'IV.1',
    'Khối trường học xin tránh tuần thi cuối kỳ, mở lớp từ tháng 6 đến tháng 8.',
    'Các lớp mở theo tháng ghi trong Phụ lục, tránh tháng cao điểm sản xuất, tuần thi và kỳ nghỉ; lớp cho khối trường học mở từ tháng 6 đến tháng 8. Địa điểm: Trường Trung cấp Công đoàn Hà Thanh, hội trường Liên đoàn Lao động thành phố, hội trường khu công nghiệp Nam Giang.',
  ),
  peakSeason: t(
    'D',
    'IV.1',
    'Ngành của đơn vị cao điểm từ tháng 9 đến tháng 11, các lớp mở tháng này khó cử người.',
  ),
  venueNorth: t(
    'P',
    'IV.1',
    'Đề nghị mượn thêm hội trường xã Yên Lễ làm địa điểm cho cụm phía bắc.',
  ),
  shiftWork: t('D', 'IV.1', 'Đơn vị làm ba ca, cán bộ trực ca đêm không dự được lớp buổi sáng.'),
  travelMoney: t(
    'P',
    'V.1',
    'Đề nghị ghi rõ mức chi tiền đi lại cho cán bộ ở xa trên 30 km.',
    'Dự toán 2.265 triệu đồng từ nguồn tài chính công đoàn cấp thành phố. Công đoàn cấp triệu tập chi tiền đi lại, ăn, ở theo định mức, cán bộ ở xa trên 30 km được thanh toán theo vé; người sử dụng lao động trả lương trong thời gian học theo Điều 27 Luật Công đoàn. Lớp do công đoàn cấp trên trực tiếp cơ sở tự mở dùng kinh phí của đơn vị.',
  ),
  ownMoney: t(
    'D',
    'V.1',
    'Sau khi giảm mức đoàn phí, nguồn thu của {unit} giảm; tự mở 02 lớp cần thêm khoảng 60 triệu đồng.',
  ),
  moneyShare: t(
    'Q',
    'V.1',
    'Lớp mở chung giữa hai đơn vị thì chia kinh phí thế nào, đơn vị nào quyết toán?',
  ),
  departments: t(
    'C',
    'VI.1',
    'Nên ghi rõ ban nào gửi giấy triệu tập; năm trước có lớp đơn vị nhận hai giấy của hai ban.',
    'Ban Công tác Công đoàn chủ trì, tổng hợp, theo dõi và gửi giấy triệu tập mọi lớp; Ban Công đoàn các KCN phối hợp mở lớp tại khu công nghiệp; Văn phòng bảo đảm kinh phí, hậu cần; Trường Trung cấp Công đoàn xây dựng chương trình, tài liệu, bố trí giảng viên.',
  ),
  summonsEarly: t(
    'P',
    'VI.1',
    'Giấy triệu tập nên gửi trước ít nhất 21 ngày để kịp xin doanh nghiệp cho nghỉ.',
  ),
  childPlanDays: t(
    'P',
    'VI.2',
    'Thời hạn 15 ngày làm việc hơi gấp vì ban chấp hành họp hằng tháng, xin 20 ngày làm việc.',
    'Xây dựng kế hoạch của cấp mình, báo cáo Liên đoàn Lao động thành phố sau 20 ngày làm việc kể từ ngày ban hành Kế hoạch này; chọn, cử học viên đúng đối tượng; làm việc với người sử dụng lao động để cán bộ được đi học. Công đoàn cơ sở lập kế hoạch một trang, ghi rõ số người cần bồi dưỡng.',
  ),
  employers: t(
    'D',
    'VI.2',
    'Một bộ phận người sử dụng lao động chưa tạo điều kiện cho cán bộ đi học; năm trước {unit} có 11 người được cử nhưng không được nghỉ việc.',
  ),
  employerLetter: t(
    'P',
    'VI.2',
    'Đề nghị Liên đoàn có văn bản chung gửi doanh nghiệp về Điều 27 Luật Công đoàn, đơn vị kèm theo khi xin cho cán bộ đi học.',
  ),
  onePage: t(
    'Q',
    'VI.2',
    'Kế hoạch một trang của công đoàn cơ sở có mẫu chung không, nộp giấy hay nhập trên phần mềm?',
  ),
  reportDates: t(
    'C',
    'VI.3',
    'Nên thống nhất một ngày với báo cáo công tác 6 tháng, tránh gửi hai lần.',
  ),
  line05: t(
    'P',
    'L05',
    'Xin mở lớp an toàn lao động ngay tại khu công nghiệp, buổi chiều sau ca một.',
  ),
  line06: asking(
    t(
      'P',
      'L06',
      'Lớp kế toán trực tuyến 150 người quá đông để hướng dẫn bài tập, xin chia hai nhóm.',
    ),
    { seats: 75 },
  ),
  secondAccountants: asking(
    t('P', '+ketoan2', 'Nửa còn lại của lớp kế toán đợt 1, học sau khi quyết toán xong.'),
    {
      wish: 'NEW',
      topic: 'Kế toán công đoàn cơ sở, nhóm hai',
      audience: 'Kế toán, thủ quỹ công đoàn cơ sở',
      seats: 75,
      month: 11,
    },
  ),
  line13: t('Q', 'L13', 'Phó Chủ tịch mới được bầu bổ sung sau khi lớp đã mở thì học bù ở đâu?'),
  line15: asking(
    t('P', 'L15', 'Lớp cho khối sự nghiệp xin thêm 20 chỗ cho hiệu phó kiêm chủ tịch công đoàn.'),
    { seats: 110 },
  ),
  line19: t('P', 'L19', 'Đề nghị mời đại diện Sở quản lý lao động nói về các vụ việc trong năm.'),
  line23: t(
    'P',
    'L23',
    'Xin chuyển lớp an toàn, vệ sinh viên ngành xây dựng về công trường có thật để thực hành.',
  ),
  line29: t('P', 'L29', 'Nên học sớm trong quý I để kịp làm chỉ tiêu phát triển đoàn viên.'),
  line37: t(
    'D',
    'L37',
    'Nhiều cán bộ lớn tuổi dùng điện thoại, chưa có máy tính; lớp trực tuyến khó theo.',
  ),
  line40: t(
    'P',
    'L40',
    'Lớp tổ trưởng, tổ phó nên mở tại doanh nghiệp đông lao động thay vì tập trung về trường.',
  ),
  allAgreed: t(
    'P',
    '*',
    '{unit} nhất trí với dự thảo; đề nghị sau khi ban hành tổ chức quán triệt trực tuyến cho chủ tịch công đoàn cơ sở.',
  ),
} as const satisfies Record<string, CommentContent>

/** The membership plan. */
export const membershipComments = {
  surveyData: m(
    'D',
    'III.1',
    'Số doanh nghiệp của thuế, bảo hiểm xã hội và phường lệch nhau; {unit} đã đối chiếu, 38 doanh nghiệp không còn ở địa chỉ đăng ký.',
  ),
  surveyShared: m(
    'P',
    'III.8',
    'Đề nghị Liên đoàn lấy dữ liệu chung của thành phố rồi chia về đơn vị, đơn vị không phải xin từng cơ quan.',
    'Ký chương trình phối hợp với Bảo hiểm xã hội, Thuế thành phố về trao đổi dữ liệu; Liên đoàn Lao động thành phố nhận dữ liệu hằng quý và chuyển về từng đơn vị; giao ban hai tháng một lần.',
  ),
  targetBasis: m(
    'Q',
    'III.2',
    'Chỉ tiêu giao căn cứ số doanh nghiệp khảo sát hay số đoàn viên đang có?',
  ),
  targetByQuarter: m(
    'P',
    'III.2',
    'Đề nghị cho điều chỉnh chỉ tiêu sau sơ kết 6 tháng khi doanh nghiệp lớn đến hoặc đi.',
  ),
  bottomUp: m(
    'P',
    'III.3',
    'Đề nghị có tờ gấp và phim ngắn dùng chung để vận động, đơn vị tự làm vừa tốn vừa không đều.',
  ),
  parksBenefit: m(
    'P',
    'III.4',
    'Đề nghị các phường giáp khu công nghiệp cùng được hỗ trợ hoạt động văn hoá, thể thao vì công nhân ở trọ tại phường.',
    'Khuyến khích, tạo điều kiện hỗ trợ các đơn vị, đặc biệt là Công đoàn các Khu công nghiệp và công đoàn các phường, xã có đông công nhân ở trọ, tổ chức hoạt động văn hoá, thể thao có ưu đãi cho đoàn viên, tạo sự khác biệt giữa đoàn viên và người chưa vào công đoàn.',
  ),
  notKept: m(
    'D',
    'III.5',
    'Nhiều đơn vị thành lập rồi không duy trì được hoạt động vì chủ tịch nghỉ việc; {unit} có 6 công đoàn cơ sở như vậy.',
  ),
  mentor: m(
    'P',
    'III.5',
    'Mỗi công đoàn cơ sở mới nên có một công đoàn cơ sở mạnh kèm cặp trong năm đầu.',
  ),
  guilds: m(
    'Q',
    'III.6',
    'Nghiệp đoàn xe công nghệ có người ở nhiều phường, do phường nào quản lý?',
  ),
  dataMonth: m(
    'D',
    'III.7',
    'Công đoàn cơ sở cập nhật phần mềm chậm, số biến động hằng tháng thường phải chờ đến ngày 10.',
  ),
  dataDay: m(
    'C',
    'IV.11',
    'Xin lùi hạn gửi phiếu biến động.',
    'Gửi phiếu biến động đoàn viên trước ngày 10 hằng tháng, tách riêng chuyển đi, chuyển đến.',
  ),
  recognition: m('Q', 'IV.6', 'Hồ sơ thiếu một chữ ký thì thời hạn 15 ngày tính từ đâu?'),
  thirtyWorkers: m(
    'D',
    'M3',
    'Trên địa bàn {unit} có doanh nghiệp trên 30 lao động nhưng chủ yếu là thời vụ, không đủ người ký đơn.',
  ),
  thirtyDefinition: m(
    'C',
    'M3',
    'Nên ghi rõ là lao động ký hợp đồng từ 06 tháng trở lên.',
    '100% doanh nghiệp có từ 30 lao động ký hợp đồng từ 06 tháng trở lên đủ điều kiện thành lập công đoàn cơ sở.',
  ),
  newUnionsFew: m(
    'D',
    'M1',
    'Doanh nghiệp còn lại trên địa bàn phần lớn dưới 20 lao động, thành lập mới rất chậm.',
  ),
  netFormula: m(
    'Q',
    'M2',
    'Đoàn viên chấm dứt hợp đồng rồi vào doanh nghiệp khác trong thành phố tính là giảm khác hay chuyển đi?',
  ),
  netPublic: m(
    'D',
    'M2',
    'Đơn vị có nhiều đoàn viên nghỉ hưu trong năm, phát triển mới chỉ đủ bù.',
  ),
  qualityRange: m(
    'P',
    'M5',
    'Đề nghị tách chỉ tiêu cho công đoàn cơ sở mới thành lập dưới 12 tháng.',
  ),
  firstMoney: m(
    'P',
    'V.1',
    'Mức hỗ trợ ban đầu 03 triệu đồng nên cấp ngay khi có quyết định công nhận, không chờ cuối năm.',
    'Kinh phí vận động, hỗ trợ công đoàn cơ sở mới thực hiện theo định mức của Tổng Liên đoàn; mỗi công đoàn cơ sở thành lập trong năm được hỗ trợ ban đầu 03 triệu đồng, cấp trong 15 ngày kể từ ngày có quyết định công nhận.',
  ),
  reviewDate: m(
    'P',
    'VI.2',
    'Sơ kết 6 tháng nên kèm danh sách doanh nghiệp còn lại để phân công tiếp.',
  ),
} as const satisfies Record<string, CommentContent>

export type CommentKey = keyof typeof trainingComments | keyof typeof membershipComments

export const commentBank: Readonly<Record<CommentKey, CommentContent>> = {
  ...trainingComments,
  ...membershipComments,
}
