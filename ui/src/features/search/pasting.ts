// Which texts are more than words to look for, and what the core found them to be.
import type { PastedKind, PasteReading } from "@/api/generated/contracts";
import { plural } from "@/app/format";

const digitsOf = (text: string): number => text.replaceAll(/\D/g, "").length;

/** One number or one address and nothing else: it is looked for as it stands, and can become somebody. */
export const isContact = (text: string): boolean =>
  /^\S+@\S+\.\S{2,}$/.test(text) || (digitsOf(text) >= 7 && /^[\d\s()+.\-/]+$/.test(text));

/** A text that is taken apart rather than searched for: several lines, or words around a number or an address. */
export function isMaterial(text: string): boolean {
  const bare = text.trim();
  if (bare.includes("\n") || bare.length > 200) return true;
  return !isContact(bare) && (/\S@\S+\.\S/.test(bare) || digitsOf(bare) >= 10);
}

const KIND: Record<PastedKind, string> = {
  phone: "A phone number",
  email: "An e-mail address",
  vcard: "A vCard",
  chat: "A chat",
  signature: "A signature",
  unknown: "A text",
};

/** `A signature, 6 lines`. */
export const pastedWords = ({ kind }: PasteReading, text: string): string =>
  `${KIND[kind]}, ${plural(text.trim().split("\n").length, "line")}`;
