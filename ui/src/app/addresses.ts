import type {
  ColumnStatus,
  EntityType,
  Fate,
  Filter,
  ReviewAge,
  Risk,
  SortKey,
  ViewColumn,
} from "@/api/generated/contracts";

/** Where the lists are. */
export type ListPath =
  | "/contacts"
  | "/accounts"
  | "/households"
  | "/opportunities"
  | "/tasks"
  | "/activity"
  | "/properties";

/** What the address keeps of a list: its view, and how it differs from it. */
export interface ListSearch {
  /** Its id; none: the kind's first. */
  view?: string;
  filter?: Filter;
  sorts?: SortKey[];
  cols?: ViewColumn[];
  /** A field; empty: not grouped although the view is. */
  group?: string;
  board?: boolean;
  q?: string;
  /** What is archived instead of what is in use. */
  archived?: boolean;
  sel?: string;
  /** The form for a new record is open. */
  create?: boolean;
}

export type Pane = "file" | "columns" | "records" | "matches" | "commit";
export const PANES: readonly Pane[] = ["file", "columns", "records", "matches", "commit"];

/** What the address keeps of the review queue. */
export interface QueueSearch {
  kind?: string;
  source?: string;
  import?: string;
  risk?: Risk;
  age?: ReviewAge;
  subject?: EntityType;
  /** Only what concerns this record. */
  about?: string;
  /** Only what somebody asked for who may not decide it. */
  asked?: boolean;
  /** This person's decisions instead of what waits. */
  made?: boolean;
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
  /** The column in view, 0-based. */
  column?: number;
  /** Rows as a sheet of cells. */
  sheet?: boolean;
  /** The problems beside the rows. */
  problems?: boolean;
  /** The match in view. */
  sel?: string;
}

/** What the address keeps of the source profiles: the one in view. */
export interface ProfileSearch {
  sel?: string;
}
