import type { Translated } from "../translated.ts";
import type { cycle as vi } from "../vi/cycle.ts";

export const cycle: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
