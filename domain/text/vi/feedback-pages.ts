export const feedbackPages = {
  board: {
    sheet: 'Theo dõi góp ý {{planYear}}',
    late: 'Muộn',
    columns: {
      number: 'Số phiếu',
      unit: 'Đơn vị',
      contact: 'Người phụ trách',
      phone: 'Điện thoại',
      status: 'Trạng thái',
      movedAt: 'Cập nhật',
      late: 'Muộn',
      extendedTo: 'Gia hạn đến',
      comments: 'Ý kiến',
      reminded: 'Nhắc gần nhất',
    },
    status: {
      notOpened: 'Chưa mở',
      read: 'Đã đọc',
      writing: 'Đang viết',
      sent: 'Đã gửi',
      silent: 'Không có ý kiến',
    },
  },
} as const
