import type { Translated } from "../translated.ts";
import type { feedback as vi } from "../vi/feedback.ts";

export const feedback: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
};
