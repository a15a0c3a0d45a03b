import type { Translated } from "../translated.ts";
import type { papers as vi } from "../vi/papers.ts";

export const papers: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
