import type { SearchMark } from "@/api/generated/contracts";

interface MarkedProps {
  text: string;
  marks: readonly SearchMark[] | undefined;
}

/** A text with the parts that were found set off. */
export function Marked({ text, marks = [] }: MarkedProps) {
  const parts = marks.flatMap(({ from, to }, n) => {
    const before = text.slice(marks[n - 1]?.to ?? 0, from);
    return [
      before,
      <mark key={from} className="rounded-[2px] bg-accent-soft text-accent-ink">
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
