// Answers of Today and of a timeline.
import type { DueTask, TimelineEntry, ToCall, TodayView } from "@/api/generated/contracts";

export const todayView = (more: Partial<TodayView> = {}): TodayView => ({
  day: "2026-11-21",
  calls: [],
  calls_total: 0,
  neglected: [],
  neglected_total: 0,
  tasks: [],
  due_today: 0,
  overdue: 0,
  review: [],
  imports: [],
  changes: { looked_at: null, by: [], capped: false },
  ...more,
});

export const toCall = (id: string, more: Partial<ToCall> = {}): ToCall => ({
  client: { entity: "person", id },
  title: `Client ${id}`,
  phone: null,
  owner: null,
  deal: { entity: "opportunity", id: `d-${id}` },
  deal_title: "Villa 12",
  stage: "Negotiation",
  weight: "high",
  words: "No contact for 9 days",
  reason: "Last call on 11 Nov 2026 by Asha.",
  silent_days: 9,
  ...more,
});

export const dueTask = (id: string, more: Partial<DueTask> = {}): DueTask => ({
  task: { entity: "task", id },
  title: `Task ${id}`,
  due_at: "2026-11-21T18:00:00",
  late_days: 0,
  assignee: null,
  priority: null,
  client: { entity: "person", id: "p-1" },
  client_title: "Rina Sen",
  ...more,
});

export const entry = (id: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  kind: "call",
  at: "2026-11-20T17:30:00",
  day: "2026-11-20",
  title: `Call ${id}`,
  body: null,
  detail: null,
  direction: null,
  by: null,
  opens: { what: "record", entity: { entity: "interaction", id } },
  ...more,
});
