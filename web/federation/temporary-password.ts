const consonants = 'bcdghklmnprstvx'
const vowels = 'aeiou'
const words = 4
const syllablesOfWord = 3

/**
 * Made on the administrator's machine and told once: twelve syllables, sixty bits and more, that
 * can be read out over the telephone.
 */
export function temporaryPassword(): string {
  const syllable = () => pick(consonants) + pick(vowels)
  return Array.from({ length: words }, () =>
    Array.from({ length: syllablesOfWord }, syllable).join(''),
  ).join('-')
}

function pick(letters: string): string {
  const fair = 256 - (256 % letters.length)
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < fair) return letters.charAt(byte % letters.length)
  }
}
