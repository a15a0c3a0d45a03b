import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { Button } from '../Button.tsx'
import type { IconName } from '../icon-paths.ts'

type Props = {
  children: ReactNode
  accept: string
  icon: IconName
  sending?: boolean
  /** Several at once, as photographs of the pages of a paper. */
  several?: boolean
  onChoose: (file: File) => void
}

/** A button that opens the machine's own way to choose a file; of several each is told in turn. */
export function ChooseFile({ children, accept, icon, sending, several, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const files = [...(event.currentTarget.files ?? [])]
    // so that the same file can be chosen again after it was mended or taken away
    event.currentTarget.value = ''
    files.forEach((file) => onChoose(file))
  }
  return (
    <>
      <input ref={input} type="file" hidden multiple={several} accept={accept} onChange={choose} />
      <Button icon={icon} sending={sending ?? false} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  )
}
