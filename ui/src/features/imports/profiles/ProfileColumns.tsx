import { ArrowRight } from "lucide-react";
import { useCommand } from "@/api/queries";
import { cx } from "@/components/cx";
import { fieldTitle, readProfile } from "./profile";

/** What a profile reads, column by column, and by which headers a file is known to be of it. */
export function ProfileColumns({ text }: { text: string }) {
  const dictionary = useCommand("field_dictionary", null);
  const profile = readProfile(text);
  if (!profile) {
    return (
      <p className="px-5 py-4 text-muted">
        The text of this profile can’t be taken apart; look at it as text.
      </p>
    );
  }
  const { all, any, least, lines } = profile;
  return (
    <section
      aria-label="Columns of the profile"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
      tabIndex={0}
      data-testid="profile-columns"
      className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
    >
      {(all.length > 0 || any.length > 0) && (
        <div className="border-b border-line px-5 py-3" data-selectable>
          <h3 className="pb-1 text-sm font-medium text-faint">A file is of this profile when it has</h3>
          {all.length > 0 && (
            <p>
              {all.length > 1 && "all of "}
              {all.join(", ")}
            </p>
          )}
          {any.length > 0 && (
            <p className={cx(all.length > 0 && "text-muted")}>
              {all.length > 0 && "and "}at least {least} of {any.join(", ")}
            </p>
          )}
        </div>
      )}
      <ul>
        {lines.map((line, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice, and the list never moves.
            key={at}
            className="grid min-h-8 grid-cols-[minmax(0,1fr)_14px_minmax(0,1fr)_minmax(0,0.8fr)] items-center gap-x-3 border-b border-line px-5 py-1"
          >
            <span className="min-w-0" data-selectable>
              <span className="block truncate font-medium" title={line.header}>
                {line.header}
              </span>
              {line.also.length > 0 && (
                <span className="block truncate text-sm text-faint" title={line.also.join("\n")}>
                  also {line.also.join(", ")}
                </span>
              )}
            </span>
            <ArrowRight className="size-3.5 text-faint" aria-hidden="true" />
            {line.field ? (
              <span className="truncate" title={line.field} data-selectable>
                {fieldTitle(line.field, dictionary.data?.fields ?? [])}
              </span>
            ) : (
              <span className="text-faint">Left out</span>
            )}
            <span className="truncate text-sm text-muted" title={line.remark} data-selectable>
              {line.remark}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
