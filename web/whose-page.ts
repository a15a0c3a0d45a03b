let account: string | null = null

/**
 * Whose page this is. Each request says it, because another window of this browser may have signed
 * in as somebody else meanwhile: what one person typed never goes out under another one's name.
 */
export function belongTo(accountId: string | null): void {
  account = accountId
}

export function whosePage(): string | null {
  return account
}
