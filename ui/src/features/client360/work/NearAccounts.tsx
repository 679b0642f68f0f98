import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useCommand } from "@/api/queries";
import { placeOf } from "@/app/places";
import { Avatar } from "@/components/Avatar";

interface NearAccountsProps {
  name: string;
  onLeave: () => void;
}

const SHOWN = 3;

/** Companies that a typed name may be, so that none is there twice. Opening one leaves the form. */
export function NearAccounts({ name, onLeave }: NearAccountsProps) {
  const navigate = useNavigate();
  const words = useDeferredValue(name.trim().slice(0, 200));
  const found = useCommand("search", { text: words, limit: 12 }, { enabled: words.length > 2 });
  const near =
    words.length > 2
      ? (found.data?.hits ?? []).filter(({ entity }) => entity === "account").slice(0, SHOWN)
      : [];
  if (near.length === 0) return null;
  return (
    <section aria-label="Accounts like it" aria-live="polite" className="px-5 pt-3">
      <p className="pb-1 text-sm text-muted">In your records already:</p>
      <ul className="rounded-md border border-line bg-sunken">
        {near.map(({ entity, id, title, subtitle }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              data-testid="near-account"
              onClick={() => {
                onLeave();
                void navigate(placeOf({ entity, id }));
              }}
              className="control flex h-9 w-full items-center gap-2.5 px-3 text-left hover:bg-hover"
            >
              <Avatar id={id} name={title} kind="account" />
              <span className="truncate font-medium">{title}</span>
              <span className="min-w-0 truncate text-sm text-muted">{subtitle}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
