import { type Random, weighted } from './random.ts'

export type Sex = 'F' | 'M'
export type PersonName = { fullName: string; sex: Sex }

const table = (text: string): [string, number][] =>
  text.split(',').map((entry) => {
    const [name = '', weight = '1'] = entry.trim().split(':')
    return [name === '–' ? '' : name, Number(weight)]
  })

const surname = weighted(
  table(`Nguyễn:38, Trần:11, Lê:9.5, Phạm:7, Hoàng:4, Vũ:3.9, Phan:3.6, Bùi:2.4, Đặng:2.1, Đỗ:2.1,
    Ngô:1.6, Võ:1.5, Dương:1.3, Hồ:1.2, Đinh:1.1, Trịnh:1, Đào:0.9, Lý:0.8, Đoàn:0.8, Mai:0.8,
    Lương:0.8, Huỳnh:0.7, Trương:0.7, Hà:0.7, Cao:0.6, Phùng:0.6, Tạ:0.5, Lưu:0.5, Chu:0.4, Tô:0.4,
    Lâm:0.4, Thái:0.3, Vương:0.3, Nghiêm:0.2, Kiều:0.2, Quách:0.2, Tống:0.2, Doãn:0.2, Triệu:0.2,
    Từ:0.2, Bạch:0.15, Khuất:0.1, Giáp:0.1, Thân:0.1, Ninh:0.1, Lục:0.1, Âu:0.05, Viên:0.05`),
)

const middle: Record<Sex, (random: Random) => string> = {
  F: weighted(
    table(`Thị:42, Thị Thu:5, Thị Thanh:5, Thị Ngọc:4, Thị Hồng:4, Thị Kim:4, Thị Minh:3, Thị Bích:3,
      Thị Mỹ:2, Thị Lan:2, Thị Phương:2, Thị Hải:1.5, Thị Diệu:1, Thị Tuyết:1, Thị Mai:1, Thu:3,
      Thanh:3, Ngọc:3, Minh:2.5, Phương:2, Hồng:2, Thuỳ:2, Kim:1.5, Hoài:1, Diệu:1, Bích:1, Quỳnh:1,
      Khánh:1, Tuyết:0.7, –:1`),
  ),
  M: weighted(
    table(`Văn:27, Đức:6, Minh:5, Quang:5, Hữu:4, Công:3.5, Xuân:3.5, Ngọc:3.5, Thanh:3.5, Quốc:3.5,
      Đình:3, Trọng:2.5, Mạnh:2.5, Tuấn:2, Hoàng:2.5, Anh:2, Duy:2, Thành:2, Bá:1.5, Viết:1.2, Thế:2,
      Tiến:1.8, Hải:1.5, Huy:1.2, Trung:1.5, Chí:1, Gia:0.8, Việt:1, Sỹ:0.4, Như:0.3, –:1.5`),
  ),
}

const given: Record<Sex, (random: Random) => string> = {
  F: weighted(
    table(`Hương:5, Hằng:4, Lan:4, Hoa:4, Hà:4, Thảo:3.6, Trang:3.6, Linh:3.6, Nga:3.3, Huyền:3.2,
      Thuỷ:3.2, Yến:2.6, Thu:2.6, Mai:2.6, Phương:3, Hạnh:2.6, Loan:2.4, Nhung:2.4, Hiền:2.6, Oanh:1.8,
      Thuý:2.2, Ngọc:2.2, Dung:2.2, Vân:2.2, Liên:1.8, Tâm:1.6, Anh:2.6, Quyên:1.3, Trinh:1.2, Ngân:1.6,
      Tuyết:1.4, Lý:0.8, Minh:0.8, Xuân:1, Chi:1, Giang:1.2, Nhàn:0.9, Thơm:1, Sen:0.7, Đào:0.8, Cúc:0.7,
      Hường:1.2, Hưởng:0.4, Huế:0.9, Hậu:0.9, Bình:0.8, Ánh:1, Châu:0.7, Duyên:1.1, Gấm:0.4, Khuyên:0.4,
      Lụa:0.4, Mận:0.5, Mơ:0.5, Nết:0.2, Nguyệt:1.1, Nụ:0.4, Phượng:1.2, Quế:0.6, Quỳnh:1.2, Thắm:0.7,
      Thoa:0.6, Thuận:0.5, Tươi:0.6, Uyên:0.8, Vui:0.4, Bưởi:0.1, Chuyền:0.1, Nhài:0.2, Ngẫu:0.05`),
  ),
  M: weighted(
    table(`Hùng:5, Dũng:4.4, Tuấn:4.4, Cường:3.8, Sơn:3.4, Thắng:3.2, Hải:3.2, Minh:3, Long:2.6, Nam:3,
      Hoàng:2.2, Anh:2.4, Trung:2.6, Thành:2.8, Đức:2.4, Quang:2.4, Hưng:2.2, Bình:2, Tùng:2.2, Kiên:1.7,
      Toàn:1.8, Tuân:0.7, Hiếu:2, Huy:2.2, Khánh:1.2, Lâm:1.3, Linh:0.7, Mạnh:1.4, Nghĩa:1, Phong:1.5,
      Phúc:1.5, Phương:1, Quân:1.5, Quý:0.9, Tâm:0.9, Tân:0.8, Thái:1, Thịnh:1, Thọ:0.6, Tiến:1.7,
      Tiệp:0.4, Toản:0.6, Trường:1.1, Tú:1.4, Vinh:1.2, Việt:1.3, Vũ:1.1, Xuân:0.5, Chiến:1.2, Chung:0.7,
      Công:0.7, Đạt:1.3, Điệp:0.5, Định:0.6, Đông:0.8, Giang:0.9, Hậu:0.5, Hoà:0.9, Học:0.2, Khoa:0.8,
      Khôi:0.5, Lộc:0.5, Luân:0.4, Lực:0.5, Ngọc:0.8, Sỹ:0.3, Thiện:0.6, Thuận:0.6, Thuỷ:0.3, Văn:0.3`),
  ),
}

export function personName(random: Random, sex: Sex): string {
  const [family, between, last] = [surname(random), middle[sex](random), given[sex](random)]
  if (between === '') return `${family} ${last}`
  // nobody is called "Hoàng Hoàng"
  return between.endsWith(last) ? personName(random, sex) : `${family} ${between} ${last}`
}

/** More women than men sit in the unions of schools, hospitals and sewing lines. */
export function person(random: Random, shareOfWomen = 0.52): PersonName {
  const sex = random.chance(shareOfWomen) ? 'F' : 'M'
  return { fullName: personName(random, sex), sex }
}
