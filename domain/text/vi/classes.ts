export const classes = {
  refusals: {},
  deeds: {},
} as const
