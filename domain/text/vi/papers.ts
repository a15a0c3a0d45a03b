export const papers = {
  refusals: {},
  deeds: {},
} as const;
