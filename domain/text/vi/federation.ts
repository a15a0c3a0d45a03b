export const federation = {
  refusals: {},
  deeds: {},
} as const;
