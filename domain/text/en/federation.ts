import type { Translated } from "../translated.ts";
import type { federation as vi } from "../vi/federation.ts";

export const federation: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
