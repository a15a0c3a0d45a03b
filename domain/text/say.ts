import { en } from "./en.ts";
import { vi } from "./vi.ts";

export type Language = "vi" | "en";

const dictionaries: Record<Language, unknown> = { vi, en };

/**
 * The sentence of a key such as `feedback.refusals.closed`, its {{params}} filled in.
 * A key without a sentence is returned as it is; test/rules/dictionaries.test.ts finds it first.
 */
export function say(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const found = key.split(".").reduce<unknown>(childOf, dictionaries[language]);
  if (typeof found !== "string") return key;
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(params[name] ?? ""),
  );
}

/** The sentence of a refusal or fault code `<word>.<fact>`. */
export function sayRefusal(
  language: Language,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const [word, ...fact] = code.split(".");
  return say(language, `${word}.refusals.${fact.join(".")}`, params);
}

function childOf(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null
    ? Reflect.get(node, name)
    : undefined;
}
