import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { nextSize, typeSize } from './big-type.ts'

export function BigTypeButton() {
  const t = useText()
  const size = useStore(typeSize)
  return (
    <button className="tool aa" type="button" onClick={nextSize}>
      <span aria-hidden="true">
        <b>A</b>
        <b>A</b>
      </span>
      <span className="lbl" aria-hidden="true">
        {t('shell.header.bigType')}
      </span>
      <span className="vh aas">
        {t('shell.header.bigType')}, {t(`shell.header.size${size}`)}
      </span>
    </button>
  )
}
