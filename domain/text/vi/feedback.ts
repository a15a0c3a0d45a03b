export const feedback = {
  refusals: {},
  deeds: {},
} as const;
