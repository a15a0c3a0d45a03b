export const shell = {
  refusals: {},
} as const;
