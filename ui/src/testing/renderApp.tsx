import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createQueryClient } from "@/api/queries";
import { createAppRouter } from "@/app/router";
import { type Host, host } from "./host";
import { appStatus } from "./samples";

/** The whole window at an address, against the given answers. */
export function renderApp(path: string, answers: Host["answers"] = {}) {
  host.calls.length = 0;
  host.answers = {
    app_status: () => appStatus(),
    take_opened_files: () => [],
    people_list: () => ({ rows: [], next_cursor: null, total: 0 }),
    accounts_list: () => ({ rows: [], next_cursor: null, total: 0 }),
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
