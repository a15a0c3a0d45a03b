import { parseTerm } from '../../domain/federation/term.ts'
import { useCheck } from '../kit/form/scope.ts'
import { TextField } from '../kit/form/TextField.tsx'
import { sayCode, useText } from '../text.ts'
import styles from './draft.module.css'

/** A term of office: "2018-2923" is refused under the field, with what it should be. */
export function TermField({ name }: { name: string }) {
  const t = useText()
  useCheck(name, (value) => {
    if (typeof value !== 'string' || value.trim() === '') return undefined
    const read = parseTerm(value)
    return 'problem' in read ? sayCode(read.problem.code, read.problem.params) : undefined
  })
  return (
    <TextField
      name={name}
      label={t('draft.head.term')}
      className={styles.two ?? ''}
      whenEmpty="null"
      maxLength={40}
    />
  )
}
