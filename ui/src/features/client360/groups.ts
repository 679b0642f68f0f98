import type { Fact } from "@/api/generated/contracts";

export type GroupName = "Contact" | "Work" | "Pipeline" | "Consent" | "Personal" | "Custom" | "Source";

/** In the order in which a call needs them. */
const ORDER: readonly GroupName[] = [
  "Contact",
  "Work",
  "Pipeline",
  "Consent",
  "Personal",
  "Custom",
  "Source",
];

const FIELDS: Partial<Record<GroupName, readonly string[]>> = {
  Contact: ["phone", "email", "address", "social", "website"],
  Work: ["company_name", "job_title", "department"],
  Pipeline: [
    "lifecycle_stage",
    "lead_status",
    "lead_source",
    "campaign",
    "rating",
    "score",
    "owner",
    "assignee",
    "referrer",
    "is_private",
    "last_contacted_at",
    "last_activity_at",
    "unqualified_reason",
  ],
  Consent: [
    "do_not_contact",
    "consent.phone",
    "consent.whatsapp",
    "consent.sms",
    "consent.email",
    "consent.at",
    "kyc_status",
    "source_of_funds",
  ],
  Source: ["external_id", "source_system_detail", "created_at", "updated_at"],
};

function groupOf(field: string): GroupName {
  if (field.startsWith("custom.")) return "Custom";
  if (field.startsWith("consent.")) return "Consent";
  return ORDER.find((name) => FIELDS[name]?.includes(field)) ?? "Personal";
}

function rank(field: string): number {
  const at = FIELDS[groupOf(field)]?.indexOf(field) ?? -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

export interface FactGroup {
  name: GroupName;
  facts: Fact[];
}

/** Identity and consent facts by what they are about; groups without facts are left out. */
export function groupFacts(identity: readonly Fact[], consent: readonly Fact[]): FactGroup[] {
  const extra = consent.filter((fact) => !identity.some((known) => known.field === fact.field));
  const all = [...identity, ...extra].filter((fact) => fact.value !== null && fact.value !== "");
  return ORDER.map((name) => ({
    name,
    facts: all.filter((fact) => groupOf(fact.field) === name).sort((a, b) => rank(a.field) - rank(b.field)),
  })).filter(({ facts }) => facts.length > 0);
}

export const factsOf = (facts: readonly Fact[], field: string): Fact[] =>
  facts.filter((fact) => fact.field === field);
