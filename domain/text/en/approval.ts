import type { Translated } from "../translated.ts";
import type { approval as vi } from "../vi/approval.ts";

export const approval: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
