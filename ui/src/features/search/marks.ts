import type { SearchExcerpt, SearchMark } from "@/api/generated/contracts";
import { formatPhone } from "@/app/format";

/** An excerpt as it is shown: numbers are spaced as everywhere else, and their marks move along. */
export function shownExcerpt({ field, text, marks }: SearchExcerpt): Pick<SearchExcerpt, "text" | "marks"> {
  if (field !== "phone") return { text, marks };
  const spaced = formatPhone(text);
  if (digits(spaced).length !== digits(text).length) return { text, marks };
  const places = digits(spaced);
  const moved = marks.flatMap(({ from, to }): SearchMark[] => {
    const first = digits(text.slice(0, from)).length;
    const last = first + digits(text.slice(from, to)).length - 1;
    const [start, end] = [places[first], places[last]];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end + 1 }];
  });
  return { text: spaced, marks: moved };
}

/** Where the digits of a text stand. */
function digits(text: string): number[] {
  return [...text].flatMap((char, at) => (/\d/.test(char) ? [at] : []));
}
