import { useText } from '../text.ts'

/** 'Tất cả' before the choices of a filter. */
export function useAnyOf() {
  const t = useText()
  return (choices: readonly { value: string; label: string }[]) => [
    { value: '', label: t('federation.words.all') },
    ...choices,
  ]
}
