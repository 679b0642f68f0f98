import type { QueryClient } from "@tanstack/react-query";
import { asking } from "@/api/queries";
import { KINDS } from "@/features/lists/kinds";
import { listed } from "@/features/lists/useList";
import { firstPage } from "@/features/lists/usePages";

/**
 * Asks what the first screen will ask, before anything is drawn: the core reads while the page is put together, instead
 * of one question after another as each part appears. `address` is the part behind `#`. An answer that is not used and a
 * refusal are forgotten; the screen asks again and says what is wrong.
 */
export function askAhead(client: QueryClient, address: string): void {
  void client.prefetchQuery(asking("app_status", null));
  const kind = Object.values(KINDS).find(({ to }) => to === address);
  if (!kind) return;
  const { entity } = kind;
  Promise.all([
    client.fetchQuery(asking("list_fields", { entity })),
    client.fetchQuery(asking("view_list", { entity })),
  ])
    .then(([about, views]) => client.prefetchQuery(firstPage(client, listed(kind, about, views, {}).query)))
    .catch(() => undefined);
}
