/** A round that was agreed to and opens on a later day. */
export const feedbackOpening = {
  opening: {
    head: 'Đợt góp ý mở lúc {{at}}',
    coming: 'Đợt góp ý đang mở',
    lead: 'Sẽ hỏi {{units}} đơn vị. Hạn góp ý {{due}}, nhận phiếu muộn đến {{grace}}.',
    before:
      'Đến giờ mở, hệ thống tự gửi phiếu và thư mời. Trước đó không đơn vị nào thấy dự thảo này.',
    when: 'Giờ mở',
    now: 'Mở ngay',
    deed: 'Đổi ngày mở',
    title: 'Đổi ngày mở đợt góp ý',
    confirm: 'Đổi ngày mở',
    opensOn: 'Ngày mở mới',
    obstacles: 'Chưa đổi được ngày mở',
    hint: 'Ban đọc lý do này trong thư.',
  },
} as const

export const openingRefusals = {
  'round-not-open': 'Đợt góp ý chưa mở: mở lúc {{time}} ngày {{day}}.',
  'round-open': 'Đợt góp ý đã mở nên không đổi ngày mở được nữa.',
  'meeting-before-opening': 'Phải họp sau khi đợt góp ý mở, để đơn vị đã có dự thảo.',
  'opening-after-meeting':
    'Có cuộc họp đã đặt trước ngày mở này. Hãy đặt lại lịch họp, hoặc chọn ngày mở sớm hơn.',
  'due-before-meeting':
    'Có cuộc họp đã đặt sau hạn này. Hãy đặt lại lịch họp, hoặc chọn hạn muộn hơn.',
} as const

export const openingDeeds = {
  'round.openingMoved': 'đổi ngày mở đợt góp ý sang {{opensOn}}, hạn {{dueOn}}: {{reason}}',
} as const

export const openingLetters = {
  openingMoved: {
    title: 'Đợt góp ý Kế hoạch {{planYear}} mở {{opensOn}}',
    body: 'Lãnh đạo Liên đoàn đổi ngày mở đợt góp ý. Mở {{opensOn}}, hạn góp ý: 17:00 {{dueOn}}. Lý do: {{reason}}',
  },
  reopeningPlanned: {
    title: 'Lấy ý kiến lại về dự thảo lần {{draft}} Kế hoạch {{planYear}}, mở {{opensOn}}',
    body: 'Thường trực đã cho lấy ý kiến lại. Đợt mở lúc 08:00 {{opensOn}}, hạn {{dueOn}}. Lý do: {{reason}}\n\nTrước giờ đó đơn vị chưa thấy dự thảo mới.',
  },
} as const
