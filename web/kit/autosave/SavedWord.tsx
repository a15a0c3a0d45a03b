import { timeOfInstant } from '../../../domain/grammar/day.ts'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'
import type { SaveState } from './save-state.ts'

/** "Đã lưu 14:32": where the words are that were just typed. */
export function SavedWord<T>({ state }: { state: SaveState<T> }) {
  const t = useText()
  const held = ['local', 'unkept', 'conflict', 'refused'].includes(state.kind)
  const words =
    state.kind === 'server'
      ? t('shell.saved.server', { time: timeOfInstant(state.at) })
      : state.kind === 'refused'
        ? t('shell.saved.refused', { reason: state.reason })
        : t(`shell.saved.${state.kind}`)
  return (
    <span className={held ? 'saved held' : 'saved'} role="status">
      <Icon name={held ? 'alert-triangle' : state.kind === 'server' ? 'circle-check' : 'pencil'} />
      {words}
    </span>
  )
}
