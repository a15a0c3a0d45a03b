import type { Translated } from "../translated.ts";
import type { shell as vi } from "../vi/shell.ts";

export const shell: Translated<typeof vi> = {
  refusals: {},
};
