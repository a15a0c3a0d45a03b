export const reward = {
  refusals: {},
  deeds: {},
} as const
