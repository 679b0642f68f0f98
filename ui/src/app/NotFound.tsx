import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { EmptyState } from "@/components/states";

export function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      title="There is no such page"
      action={
        <Link to="/contacts" className="text-accent-ink underline underline-offset-4">
          Go to Contacts
        </Link>
      }
    >
      The address leads nowhere. The record may have been taken back with its import.
    </EmptyState>
  );
}
