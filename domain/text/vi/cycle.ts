export const cycle = {
  refusals: {},
  deeds: {},
} as const;
