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
}

/** What the person at the keyboard may do here. The core decides; what it would refuse is not offered. */
export function useRights(): Rights {
  const { data } = useCommand("app_status", null);
  return {
    role: data?.role ?? null,
    may: (permission) => data?.permissions.includes(permission) ?? false,
    maySearch: data?.may_search ?? false,
  };
}
