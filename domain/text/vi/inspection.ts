export const inspection = {
  refusals: {},
  deeds: {},
} as const
