import type { Translated } from "../translated.ts";
import type { grammar as vi } from "../vi/grammar.ts";

export const grammar: Translated<typeof vi> = {
  refusals: {
    "not-your-role": "This task is not yours.",
    "wrong-state": "This cannot be done now, or no longer.",
    "not-found": "Not found, or not within your reach.",
    "sign-in-required": "Please sign in to go on.",
    "step-up-required": "Enter your password again to confirm this.",
    "wrong-password": "The password is not right.",
    "foreign-origin": "The request did not come from a page of this system.",
    "invalid-input": "Something must be mended before sending.",
    "invalid-json": "What was sent cannot be read.",
    "invalid-text": "The text holds characters that are not valid UTF-8.",
    "body-too-large": "What was sent is too large.",
    "not-json": "Only JSON is accepted.",
    "no-such-address": "There is no such address.",
    "method-not-allowed": "This address does not take that method.",
    "idempotency-key-required": "The Idempotency-Key is missing.",
    "idempotency-mismatch": "This key was already used for another content.",
    "revision-required": "The revision being edited (If-Match) is missing.",
    "edited-meanwhile":
      "Somebody has just changed this. Choose which text to keep.",
    "outcome-unknown":
      "Received and being processed. The system will ask for the result by itself.",
    "process-unreachable":
      "The coordinator does not answer just now. Try again in a few seconds.",
    "database-unreachable":
      "The database does not answer just now. Try again in a few seconds.",
    "too-many-requests": "Too fast. Wait a moment and try again.",
    unexpected:
      "Something unexpected went wrong. Read out the code below when you call for help.",
  },
  faults: {
    required: "Please fill this in.",
    "wrong-type": "This is not of the right kind.",
    "unknown-field": "There is no field “{{key}}”.",
    "too-short": "At least {{minimum}} characters are needed.",
    "too-long": "At most {{maximum}} characters.",
    "too-small": "Must be {{minimum}} or more.",
    "too-big": "Must be {{maximum}} or less.",
    "too-many": "At most {{maximum}} rows.",
    "too-few": "At least {{minimum}} rows are needed.",
    "not-a-choice": "Choose one of the given.",
    "not-a-day": "{{raw}} is not a real date.",
    "not-an-id": "This identifier has the wrong form.",
    "not-whole": "Enter a whole number.",
    "control-characters": "There are control characters; please remove them.",
  },
};
