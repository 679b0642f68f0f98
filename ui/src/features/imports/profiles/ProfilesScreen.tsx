import { useNavigate, useSearch } from "@tanstack/react-router";
import { BookMarked, Import } from "lucide-react";
import { useCallback, useEffect } from "react";
import { chooseProfile } from "@/api/client";
import type { ProfileInfo, ProfileOrigin } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import type { ProfileSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { useBack } from "@/app/useBack";
import { anEntity } from "@/app/words";
import { Button } from "@/components/Button";
import { Chip, type Tone } from "@/components/Chip";
import { ErrorBanner } from "@/components/ErrorBanner";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { ProfileText } from "./ProfileText";

const rowId = (row: ProfileInfo): string => row.id;

export const ORIGIN_WORDS: Record<ProfileOrigin, string> = {
  shipped: "Came with Velocity",
  saved: "Saved here",
  imported: "Brought in",
};
const TONES: Record<ProfileOrigin, Tone> = { shipped: "plain", saved: "accent", imported: "pending" };

const COLUMNS: readonly Column<ProfileInfo>[] = [
  {
    id: "profile",
    header: "Your own first, then by name",
    track: "1fr",
    cell: (row) => (
      <span className="block min-w-0">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium">{row.title}</span>
          {row.origin !== "shipped" && <Chip tone={TONES[row.origin]}>{ORIGIN_WORDS[row.origin]}</Chip>}
        </span>
        <span className="block truncate text-sm text-faint">
          {plural(row.columns, "column")}, each row {anEntity(row.row_entity)}
          {row.used > 0 && ` · used by ${plural(row.used, "import")}`}
        </span>
      </span>
    ),
  },
];
/** A person's own first, those most used before the rest. */
const order = (profiles: readonly ProfileInfo[]): ProfileInfo[] =>
  [...profiles].sort(
    (a, b) =>
      Number(a.origin === "shipped") - Number(b.origin === "shipped") ||
      b.used - a.used ||
      a.title.localeCompare(b.title),
  );

/** How files of each known system are read: those that came along, those saved here, those brought in. */
export function ProfilesScreen() {
  const navigate = useNavigate();
  const search: ProfileSearch = useSearch({ from: "/profiles" });
  const back = useBack("/imports");
  const profiles = useCommand("profile_list", null);
  const bring = useAction("profile_import");
  const mayChange = useRights().may("import_files");
  const rows = order(profiles.data ?? []);
  const onRest = useCallback(
    (sel: string) =>
      void navigate({ to: "/profiles", search: (now: ProfileSearch) => ({ ...now, sel }), replace: true }),
    [navigate],
  );
  const cursor = useRowCursor({
    rows,
    rowId,
    initialId: search.sel,
    onOpen: () =>
      document
        .querySelector<HTMLElement>("[data-testid='profile-columns'], [data-testid='profile-text']")
        ?.focus(),
    onRest,
  });
  // The first stands open from the start, and the cursor on it.
  const { index, moveTo } = cursor;
  const some = rows.length > 0;
  useEffect(() => {
    if (some && index < 0) moveTo(0);
  }, [some, index, moveTo]);
  const shown = rows[Math.max(0, cursor.index)];
  const bringIn = async () => {
    const path = await chooseProfile().catch(() => null);
    if (!path) return;
    const made = await bring.mutateAsync({ path }).catch(() => null);
    if (made) onRest(made.id);
  };
  useShortcuts("screen", { back });

  return (
    <section aria-label="Source profiles" className="flex min-h-0 flex-1 flex-col" data-testid="profiles">
      <ScreenHeader
        title="Source profiles"
        remark={
          profiles.isSuccess && `${formatCount(rows.length)}, and every file is compared with all of them`
        }
      >
        {mayChange && (
          <Button
            size="small"
            data-testid="profile-import"
            disabled={bring.isPending}
            onClick={() => void bringIn()}
          >
            <Import className="size-3.5" aria-hidden="true" />
            Bring in a profile…
          </Button>
        )}
      </ScreenHeader>
      {bring.isError && (
        <div className="px-5 py-3">
          <ErrorBanner error={bring.error} />
        </div>
      )}
      {profiles.isPending ? (
        <SkeletonRows label="Loading profiles" />
      ) : profiles.isError ? (
        <ErrorState
          error={profiles.error}
          what="The source profiles could not be read"
          onRetry={() => void profiles.refetch()}
        />
      ) : rows.length === 0 ? (
        <EmptyState icon={BookMarked} title="No source profile yet">
          Open an import and save its mapping: the next file of the same system is read the same way.
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex w-84 shrink-0 flex-col border-r border-line">
            <VirtualTable
              label="Source profiles"
              columns={COLUMNS}
              rows={rows}
              rowId={rowId}
              cursor={cursor}
              onOpen={(row) => onRest(row.id)}
              testId="profile-row"
              height={52}
            />
          </div>
          {shown && <ProfileText key={shown.id} info={shown} mayChange={mayChange} />}
        </div>
      )}
    </section>
  );
}
