/** The public page: read by people without an account, often on a telephone. */
export const certificateLookUp = {
  title: 'Tra cứu chứng chỉ',
  skip: 'Đến kết quả',
  form: {
    label: 'Số chứng chỉ hoặc mã',
    hint: 'In ở góc dưới chứng chỉ. Ví dụ 0138/2027/CN-LĐLĐ hoặc AC4K-M4XP-9RCA.',
    submit: 'Tra cứu',
  },
  person: {
    title: 'Tìm theo người',
    link: 'Tìm bằng họ tên, năm sinh, đơn vị',
    before: 'Không nhớ số?',
    after: 'Trang chỉ trả lời có hay không, rồi hỏi số.',
    name: 'Họ và tên',
    birthYear: 'Năm sinh',
    unit: 'Đơn vị công tác',
    unitHint: 'Như in trên chứng chỉ.',
    submit: 'Tìm',
    back: 'Tra cứu theo số hoặc mã',
  },
  help: 'Cần giúp? Gọi {{phone}}, giờ hành chính.',
  verdicts: {
    VALID: 'HỢP LỆ',
    REVOKED: 'ĐÃ THU HỒI',
    REISSUED: 'ĐÃ ĐƯỢC CẤP LẠI',
  },
  at: 'Kiểm tra lúc {{time}} ngày {{day}}.',
  source: 'Kết quả lấy thẳng từ sổ cấp chứng chỉ.',
  since: 'Từ ngày {{day}}. {{reason}}',
  meaning: {
    REVOKED: 'Giấy này không còn giá trị.',
    REISSUED: 'Giấy này đã được thay bằng giấy khác. Hãy hỏi người có tên số của giấy mới.',
  },
  reasons: {
    RULE_NOT_MET: 'Lý do: chưa đủ điều kiện cấp.',
    ISSUED_IN_ERROR: 'Lý do: cấp nhầm.',
    FALSE_STATEMENT: 'Lý do: kê khai không đúng.',
    LOST: 'Lý do: giấy cũ bị mất.',
    DAMAGED: 'Lý do: giấy cũ bị hỏng.',
    CORRECTED: 'Lý do: sửa nội dung in trên giấy.',
  },
  facts: {
    registerNo: 'Số chứng chỉ',
    unit: 'Đơn vị cử đi học',
    held: 'Thời gian',
    heldDays: '{{from}} đến {{to}}, {{hours}} giờ',
    venue: 'Nơi học',
    issuer: 'Nơi cấp',
    issuedOn: 'Ngày cấp',
  },
  answers: {
    'asked-nothing': {
      title: 'Gõ số hoặc mã để tra cứu',
      body: 'Số và mã in ở góc dưới chứng chỉ. Quét mã QR trên giấy cũng đến trang này.',
    },
    unreadable: {
      title: 'Số hoặc mã chưa đúng dạng',
      body: 'Có thể gõ nhầm một chữ. Xem lại giấy và gõ đủ số, hoặc đủ mười hai chữ của mã.',
    },
    'not-found': {
      title: 'Không có chứng chỉ này trong sổ',
      body: 'Xem lại số trên giấy. Nếu gõ đúng mà vẫn không có, hãy gọi nơi cấp trước khi dùng giấy.',
    },
    'person-found': {
      title: 'Có trong sổ',
      body: 'Người này có chứng chỉ còn giá trị. Hỏi người đó số chứng chỉ, rồi tra cứu theo số.',
    },
    'person-not-found': {
      title: 'Không có trong sổ',
      body: 'Không thấy người có đủ ba điều này. Xem lại họ tên, năm sinh và tên đơn vị.',
    },
    'too-often': {
      title: 'Tra cứu quá nhiều lần',
      body: 'Máy này đã tra cứu nhiều lần liền. Chờ mười phút rồi thử lại.',
    },
    unavailable: {
      title: 'Chưa tra cứu được',
      body: 'Sổ cấp chứng chỉ tạm thời không trả lời. Thử lại sau ít phút.',
    },
  },
  differs: {
    title: 'Nếu giấy trong tay không giống',
    body: 'Tên, số hoặc ngày khác với trang này thì giấy có thể đã bị sửa. Ảnh chụp màn hình không thay được lần tra cứu mới.',
  },
  other: 'English',
} as const
