import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createQueryClient } from "@/api/queries";
import { createAppRouter } from "@/app/router";
import { type Host, host } from "./host";
import { listAnswers } from "./lists";
import { appStatus } from "./samples";
import { todayView } from "./today";

/** The whole window at an address, against the given answers. */
export function renderApp(path: string, answers: Host["answers"] = {}) {
  host.calls.length = 0;
  host.answers = {
    app_status: () => appStatus(),
    take_opened_files: () => [],
    ...listAnswers,
    import_list: () => [],
    mission_list: () => [],
    review_list: () => ({
      items: [],
      next_after: null,
      next_cursor: null,
      next_ids: [],
      counts: [],
      total: 0,
      filters: null,
    }),
    history: () => [],
    today: () => todayView(),
    look: () => ({ since: null, looked_at: null, upto: 1 }),
    timeline: () => ({ entries: [], next_cursor: null, counts: [] }),
    client_risks: ({ id }) => ({ client: { entity: "person", id }, flags: [] }),
    client_news: () => ({ lines: [], total: 0, promises: [] }),
    field_dictionary: () => ({ fields: [] }),
    cancel: () => null,
    ...answers,
  };
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Tooltip.Provider>
        <RouterProvider router={router} />
      </Tooltip.Provider>
    </QueryClientProvider>,
  );
  return { router, user };
}
