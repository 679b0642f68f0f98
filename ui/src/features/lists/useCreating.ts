import { useNavigate, useSearch } from "@tanstack/react-router";
import type { EditResult } from "@/api/generated/contracts";
import type { ListPath, ListSearch } from "@/app/addresses";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { handOn } from "@/app/written";

/** The form for a new record of a list: opened by a key and by the palette; what was made is opened, and `z` takes it back. */
export function useCreating(to: ListPath) {
  const navigate = useNavigate();
  const allowed = useRights().may("edit_records");
  const search: ListSearch = useSearch({ from: to });
  const setOpen = (open: boolean) =>
    void navigate({
      to,
      search: ({ create: _, ...now }: ListSearch) => (open ? { ...now, create: true } : now),
      replace: true,
    });
  const made = async (words: string, result: EditResult) => {
    const { entity } = result;
    handOn(entity.id, words, result);
    // Whoever comes back stands on what was made, and in no form.
    await navigate({
      to,
      search: ({ create: _, ...now }: ListSearch) => ({ ...now, sel: entity.id }),
      replace: true,
    });
    void navigate(placeOf(entity));
  };
  useShortcuts("screen", allowed ? { createRecord: () => setOpen(true) } : {});
  return {
    allowed,
    open: allowed && search.create === true,
    setOpen,
    made: (words: string, result: EditResult) => void made(words, result),
  };
}
