import { fold } from '../../domain/grammar/text.ts'
import look from './federation.module.css'

/** A name with the words that were looked for underlaid. */
export function Marked({ text, q }: { text: string; q: string }) {
  const wanted = fold(q)
    .split(' ')
    .filter((word) => word !== '')
  if (wanted.length === 0) return text
  return text.split(' ').map((word, index) => {
    const isFound = wanted.some((each) => fold(word).includes(each))
    return (
      <span key={index}>
        {index > 0 && ' '}
        {isFound ? <mark className={look.mark}>{word}</mark> : word}
      </span>
    )
  })
}
