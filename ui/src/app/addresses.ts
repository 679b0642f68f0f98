import type { ColumnStatus, Fate } from "@/api/generated/contracts";

/** What the address keeps of a list. */
export interface ListSearch {
  sort?: string;
  desc?: boolean;
  q?: string;
  sel?: string;
}

export type Pane = "file" | "columns" | "records" | "commit";
export const PANES: readonly Pane[] = ["file", "columns", "records", "commit"];

/** What the address keeps of the review queue. */
export interface QueueSearch {
  kind?: string;
  sel?: string;
}

/** What the address keeps of the work list: the piece of work that is open. */
export interface WorkSearch {
  sel?: string;
}

/** What the address keeps of a review. */
export interface ReviewSearch {
  pane?: Pane;
  fate?: Fate;
  status?: ColumnStatus;
  row?: number;
}
