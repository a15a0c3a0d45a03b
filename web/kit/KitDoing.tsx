import { useState } from 'react'
import { Button } from './Button.tsx'
import { DeedButton } from './Deeds.tsx'
import { Icon } from './Icon.tsx'
import look from './kit-page.module.css'
import { KitPart } from './KitPart.tsx'
import { Note } from './Note.tsx'
import { StateWord } from './StateWord.tsx'
import { TaskList } from './TaskList.tsx'
import { Tri } from './Tri.tsx'

const actions = [
  { deed: 'plan.sentOn', allowed: true, because: null, stepUp: false },
  { deed: 'plan.signed', allowed: false, because: 'grammar.not-your-role', stepUp: true },
]
const nothing = () => undefined

export function KitDoing({ size }: { size: string }) {
  const [stance, setStance] = useState<'agree' | 'change' | 'ask'>('change')
  return (
    <>
      <KitPart title="Nút">
        <div className="row">
          <Button kind="primary">Trình Chủ tịch</Button>
          <Button>Xem bản in</Button>
          <Button kind="warn">Rút văn bản</Button>
          <Button kind="text">Bỏ</Button>
        </div>
        <div className={`row ${look.gap}`}>
          <DeedButton actions={actions} deed="plan.sentOn" onPress={nothing} because="Còn 2 mục.">
            Chuyển bước
          </DeedButton>
          <Button kind="primary" sending>
            Gửi
          </Button>
        </div>
        <div className={`row ${look.gap}`}>
          <DeedButton actions={actions} deed="plan.signed" onPress={nothing}>
            Ký kế hoạch
          </DeedButton>
        </div>
        <div className={look.tri}>
          <Tri
            label={`Ý kiến ${size}`}
            value={stance}
            onChoose={setStance}
            choices={[
              { value: 'agree', label: 'Nhất trí' },
              { value: 'change', label: 'Đề nghị sửa' },
              { value: 'ask', label: 'Hỏi' },
            ]}
          />
        </div>
      </KitPart>
      <KitPart title="Chữ trạng thái">
        <div className={`row ${look.states}`}>
          <StateWord tone="now">Đang lấy ý kiến</StateWord>
          <StateWord tone="not" icon="hourglass">
            Chờ Ban Thường vụ
          </StateWord>
          <StateWord tone="done">Đã thông qua</StateWord>
          <StateWord tone="done" icon="rubber-stamp">
            Đã ban hành
          </StateWord>
          <StateWord tone="soon">Sắp hết hạn</StateWord>
          <StateWord tone="act">Quá hạn 2 ngày</StateWord>
          <StateWord tone="not">Chưa làm</StateWord>
          <StateWord tone="not" icon="lock">
            Chưa làm được
          </StateWord>
        </div>
      </KitPart>
      <KitPart title="Các bước">
        <TaskList
          steps={[
            {
              key: 'read',
              title: 'Đọc dự thảo',
              state: 'done',
              link: <a href="#a">Đọc dự thảo</a>,
            },
            { key: 'clauses', title: 'Góp ý theo từng mục', state: 'inProgress', current: true },
            { key: 'check', title: 'Xem lại, trình', state: 'blocked', words: 'Chờ bước 2' },
          ]}
        />
      </KitPart>
      <KitPart title="Bị từ chối">
        <Note tone="act" title="Đồng chí chưa gửi được góp ý này">
          <p>Chỉ Chủ tịch đơn vị được gửi. Bản viết vẫn còn nguyên.</p>
        </Note>
      </KitPart>
      <KitPart title="Mất mạng">
        <p className="offline">
          <Icon name="wifi-off" />
          <span>Mất mạng. Đang xem dữ liệu lúc 08:10. Bản viết lưu trên máy này.</span>
        </p>
      </KitPart>
    </>
  )
}
