export const revision = {
  refusals: {},
  deeds: {},
} as const;
