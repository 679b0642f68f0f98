// What every screen says while it waits, where it is refused, and on a disk that can't be written.
import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { setQueue } from "@/features/calls/queue";
import { forever, type Host, refuse } from "@/testing/host";
import { listField, listFields, recordRow, recordsPage } from "@/testing/lists";
import { queue } from "@/testing/queue";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client, fact, importDetail, importSummary, reviewItem } from "@/testing/samples";
import { dueTask, toCall, todayView } from "@/testing/today";

const gone = () => refuse("The drive is gone.", "Put it back.");
const round = () =>
  setQueue({ workspace: "/w/kolkata", from: "Today", back: "/today", ids: ["p-1"], at: 0, called: [] });
const grouped = {
  list_fields: () => listFields({ fields: [listField("name"), listField("owner", { groupable: true })] }),
};

/** Where a screen is, what it asks for, and its name while it waits. */
const SCREENS: readonly [path: string, asks: keyof Host["answers"], waits: string, more?: Host["answers"]][] =
  [
    ["/today", "today", "Loading today"],
    ["/calls", "client360", "Loading the brief"],
    ["/contacts", "records_list", "Loading contacts"],
    ["/opportunities?group=owner", "records_groups", "Loading opportunities", grouped],
    ["/tasks?group=owner&board=true", "records_groups", "Loading tasks", grouped],
    ["/people/p-1", "client360", "Loading the dossier"],
    ["/records/account/a-1", "entity_get", "Loading the dossier"],
    ["/imports/i-1", "import_show", "Loading the review"],
    ["/profiles", "profile_list", "Loading profiles"],
    ["/review?made=true", "review_decisions", "Loading your decisions"],
  ];

describe("Every screen", () => {
  beforeEach(() => {
    sessionStorage.clear();
    round();
  });

  it.each(SCREENS)("%s waits for %s and says for what", async (path, asks, waits, more) => {
    renderApp(path, { ...more, [asks]: forever });
    expect(await screen.findByRole("status", { name: waits })).toBeTruthy();
  });

  it.each(SCREENS)("%s says why %s was refused, and what to try", async (path, asks, _, more) => {
    renderApp(path, { ...more, [asks]: gone });
    const said = await screen.findByTestId("error");
    expect(said.textContent).toContain("The drive is gone.");
    expect(said.textContent).toContain("Put it back.");
    expect(said.querySelector("button")?.textContent).toContain("Try again");
  });
});

describe("A dossier", () => {
  const dossier = { client360: () => client([fact("full_name", "Rina Sen")]) };

  it("waits for its history and its timeline apart from the rest", async () => {
    renderApp("/people/p-1", { ...dossier, history: forever, timeline: forever });
    await screen.findByTestId("client-name");
    expect(await screen.findByRole("status", { name: "Loading changes" })).toBeTruthy();
  });

  it("stands where its history and its news can't be read", async () => {
    renderApp("/people/p-1", {
      ...dossier,
      look: () => ({ since: 4, looked_at: null, upto: 9 }),
      history: gone,
      client_news: gone,
    });
    await screen.findByTestId("client-name");
    expect((await screen.findByTestId("news-error")).textContent).toContain("The drive is gone.");
    expect((await screen.findByTestId("history")).textContent).toContain("Put it back.");
  });

  it("says of a confirmation that it was one", async () => {
    renderApp("/people/p-1", {
      ...dossier,
      history: () => [
        {
          delta_id: "d-1",
          group: "g-1",
          op: "update" as const,
          at: "2026-03-02T10:00:00Z",
          actor: { kind: "human" as const, id: "asha" },
          cause: { kind: "confirm", decision_id: null, proposal_id: null, batch_id: null, row_number: null },
          file_name: null,
          changes: [],
          inverse_of: null,
        },
      ],
    });
    expect((await screen.findByTestId("history-entry")).textContent).toContain("Changedby confirming, asha");
  });
});

const people = () => recordsPage([recordRow("p-1", "Rina Sen", ["Rina Sen"])]);
const deal = {
  entity: { entity: "opportunity" as const, id: "o-1" },
  title: "Villa 12",
  link: "contact_of",
  facts: [fact("stage", "Negotiation")],
};

/** What each screen shows on a read-only disk, and what it then does not offer. */
const READ_ONLY: readonly [
  path: string,
  shows: string,
  answers: Host["answers"],
  without: readonly string[],
][] = [
  [
    "/today",
    "today-task",
    { today: () => todayView({ calls: [toCall("p-1")], calls_total: 1, tasks: [dueTask("t-1")] }) },
    ["today-task-done"],
  ],
  [
    "/calls",
    "brief",
    { client360: () => client([fact("full_name", "Rina Sen")]) },
    ["call-outcome", "call-note"],
  ],
  [
    "/contacts?archived=true",
    "contacts-row",
    { records_list: people },
    ["contacts-create", "contacts-import", "row-restore", "bulk-open"],
  ],
  ["/accounts", "empty", {}, ["accounts-create", "empty-import"]],
  ["/households", "empty", {}, ["empty-import"]],
  ["/opportunities", "empty", {}, ["opportunities-create", "empty-import"]],
  ["/tasks", "empty", {}, ["tasks-create", "empty-import"]],
  ["/activity", "empty", {}, ["empty-import"]],
  ["/properties", "empty", {}, ["empty-import"]],
  [
    "/people/p-1",
    "client-name",
    {
      client360: () =>
        client([fact("full_name", "Rina Sen")], { active_opportunities: [deal], archived: true }),
    },
    ["log-bar", "add-menu", "record-edit", "deal-won", "record-menu", "record-restore", "same-as-open"],
  ],
  ["/imports", "imports-row", { import_list: () => [importSummary()] }, ["drop-area"]],
  [
    "/imports/i-1?pane=commit",
    "review-file",
    { import_show: () => importDetail() },
    ["import-approve", "import-aside"],
  ],
  ["/review", "review-item", queue([reviewItem("a")]), ["review-approve", "review-reject"]],
  ["/profiles", "empty", { profile_list: () => [] }, ["profile-import"]],
  ["/jobs", "empty", {}, []],
];

describe("On a read-only disk", () => {
  beforeEach(() => {
    sessionStorage.clear();
    round();
  });

  it.each(READ_ONLY)(
    "%s shows what is there and offers nothing that writes",
    async (path, shows, answers, without) => {
      renderApp(path, { app_status: () => appStatus({ read_only: true }), ...answers });
      expect((await screen.findAllByTestId(shows)).length).toBeGreaterThan(0);
      for (const id of without) expect(screen.queryByTestId(id), id).toBeNull();
    },
  );
});
