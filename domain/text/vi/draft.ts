export const draft = {
  refusals: {},
  deeds: {},
} as const;
