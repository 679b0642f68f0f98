import { Fragment } from "react";

/** After what sign an address, a number or a link may be broken, so that its words stay whole. */
const BREAKS = /(?<=[@._/+:-])/;

/** A text without blanks that may be longer than its place: it breaks at its signs first. */
export function Breakable({ text }: { text: string }) {
  const parts = text.split(BREAKS);
  return parts.map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
    <Fragment key={n}>
      {n > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
