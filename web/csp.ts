import { z } from 'zod'

// The page forbids eval; zod would otherwise probe for it and report a violation.
z.config({ jitless: true })

/** The nonce of this page, which the style elements of the kit must carry. */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock behind dialogs reads it here.
Object.assign(globalThis, { __webpack_nonce__: nonce })
