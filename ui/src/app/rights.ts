import type { Permission, Role } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";

export const ROLE_WORDS: Record<Role, string> = {
  owner: "Owner",
  reviewer: "Reviewer",
  operator: "Sales operator",
  presenter: "Presenter",
  agent: "Agent",
};

export interface Rights {
  role: Role | null;
  may: (permission: Permission) => boolean;
  /** Words would find what the role sees masked: then they are not asked for. */
  maySearch: boolean;
  /** The workspace lies on a read-only disk: it is looked at, and nothing can be saved. */
  readOnly: boolean;
}

/** What needs nothing to be saved. */
const READING: ReadonlySet<Permission> = new Set<Permission>([
  "read_records",
  "read_evidence",
  "read_workflow",
  "read_audit",
  "create_workspace",
]);

/** What the person at the keyboard may do here. The core decides; what it would refuse is not offered. */
export function useRights(): Rights {
  const { data } = useCommand("app_status", null);
  const readOnly = data?.read_only ?? false;
  return {
    role: data?.role ?? null,
    may: (permission) =>
      (data?.permissions.includes(permission) ?? false) && (!readOnly || READING.has(permission)),
    readOnly,
    maySearch: data?.may_search ?? false,
  };
}
