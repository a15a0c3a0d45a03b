import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { Button } from '../Button.tsx'
import type { IconName } from '../icon-paths.ts'

type Props = {
  children: ReactNode
  accept: string
  icon: IconName
  sending?: boolean
  onChoose: (file: File) => void
}

/** A button that opens the machine's own way to choose one file. */
export function ChooseFile({ children, accept, icon, sending = false, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const [file] = event.currentTarget.files ?? []
    // so that the same file can be chosen again after it was mended or taken away
    event.currentTarget.value = ''
    if (file) onChoose(file)
  }
  return (
    <>
      <input ref={input} type="file" hidden accept={accept} onChange={choose} />
      <Button icon={icon} sending={sending} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
