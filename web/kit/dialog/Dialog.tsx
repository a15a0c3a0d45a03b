import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../../text.ts'

type Props = {
  title: string
  opened: boolean
  /** Left out where the dialog must be answered. */
  onClose?: () => void
  children: ReactNode
}

/** Over the page; the focus goes in, stays in, and comes back to where it was. */
export function Dialog({ title, opened, onClose, children }: Props) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose ?? (() => undefined)}
      title={title}
      centered
      size="lg"
      radius={0}
      withCloseButton={onClose !== undefined}
      closeOnClickOutside={false}
      closeOnEscape={onClose !== undefined}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  )
}
