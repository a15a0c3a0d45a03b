/** What a federation of a province gives: the flag, the certificate of merit, the certificate. */
export const AWARD_FORMS = ['FLAG', 'MERIT_CERTIFICATE', 'CERTIFICATE'] as const
export type AwardForm = (typeof AWARD_FORMS)[number]
