export const approval = {
  refusals: {},
  deeds: {},
} as const;
