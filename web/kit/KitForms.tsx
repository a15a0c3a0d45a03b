import { useState } from 'react'
import { z } from 'zod'
import { AreaField } from './form/AreaField.tsx'
import { CheckField } from './form/CheckField.tsx'
import { ChoiceCards } from './form/ChoiceCards.tsx'
import { DateField } from './form/DateField.tsx'
import { Form, SubmitButton } from './form/Form.tsx'
import { MoneyField, NumberField } from './form/NumberField.tsx'
import { SelectField } from './form/SelectField.tsx'
import { TextField } from './form/TextField.tsx'
import { KitPart } from './KitPart.tsx'
import { type Unit } from './units/UnitTree.tsx'
import { OrgPicker } from './units/OrgPicker.tsx'

const schema = z.object({
  name: z.string().min(3),
  reason: z.string().min(1),
  opensOn: z.iso.date(),
  trainees: z.number().int().min(20).max(60),
  costDong: z.number().int().nullable(),
  leadUnit: z.string().nullable(),
  place: z.string().nullable(),
  vote: z.enum(['AGREE', 'DISAGREE']),
  told: z.boolean(),
})

const start = {
  name: 'Nghiệp vụ cho cán bộ công đoàn mới, đợt 1',
  reason: '',
  opensOn: '31/02/2027',
  trainees: 58,
  costDong: 68_000_000,
  leadUnit: 'dept',
  place: null,
  vote: 'AGREE' as const,
  told: true,
}

const places = [
  'Cầu Mây',
  'Bến Trúc',
  'Mỹ Đổng',
  'Hòn Én',
  'Phú Nhuỵ',
  'Tân Sỏi',
  'Vân Khê',
  'Yên Lễ',
  'Đồng Sim',
]
const units: readonly Unit[] = places.map((name) => ({
  id: name,
  name: `Công đoàn ${name}`,
  hasChildren: name === 'Bến Trúc',
}))

export function KitForms({ size }: { size: string }) {
  const [picked, setPicked] = useState<readonly Unit[]>(units.slice(1, 2))
  return (
    <KitPart title="Ô nhập">
      <Form schema={schema} defaultValues={start} onSubmit={() => null} label={`Biểu mẫu ${size}`}>
        <TextField name="name" label="Tên lớp" hint="Như sẽ in trên giấy triệu tập." />
        <AreaField name="reason" label="Lý do đổi chỉ tiêu" />
        <DateField name="opensOn" label="Ngày khai giảng" />
        <NumberField name="trainees" label="Số học viên" />
        <MoneyField name="costDong" label="Kinh phí" optional />
        <SelectField
          name="leadUnit"
          label="Đơn vị chủ trì"
          optional
          whenEmpty="null"
          choices={[{ value: 'dept', label: 'Ban Công tác Công đoàn' }]}
        />
        <SelectField
          name="place"
          label="Nơi học"
          optional
          whenEmpty="null"
          choices={places.map((name) => ({ value: name, label: name }))}
        />
        <ChoiceCards
          name="vote"
          label="Ý kiến của đồng chí"
          cards={[
            {
              value: 'AGREE',
              label: 'Đồng ý',
              explanation: 'Thông qua Kế hoạch như hồ sơ trình.',
            },
            {
              value: 'DISAGREE',
              label: 'Không đồng ý',
              explanation: 'Đề nghị trình lại. Cần ghi lý do.',
            },
          ]}
        />
        <CheckField name="told" label="Đã báo cho đơn vị" />
        <OrgPicker
          label="Đơn vị được cử học viên"
          value={picked}
          onPick={setPicked}
          rememberAs="kit"
          loadChildren={async (parent) =>
            parent === null
              ? units
              : [{ id: 'may', name: 'CĐCS Công ty May Sông Trúc', hasChildren: false }]
          }
          search={async (words) => units.filter((unit) => unit.name.includes(words))}
        />
        <SubmitButton>Gửi</SubmitButton>
      </Form>
    </KitPart>
  )
}
