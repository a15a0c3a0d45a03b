import type { Translated } from "../translated.ts";
import type { draft as vi } from "../vi/draft.ts";

export const draft: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
