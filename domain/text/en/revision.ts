import type { Translated } from "../translated.ts";
import type { revision as vi } from "../vi/revision.ts";

export const revision: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
