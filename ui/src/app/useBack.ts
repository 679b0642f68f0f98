import { useCanGoBack, useRouter } from "@tanstack/react-router";
import type { ListPath } from "./addresses";

/** Back to where the person came from, or to a list when they came from nowhere. */
export function useBack(otherwise: ListPath | "/imports"): () => void {
  const router = useRouter();
  const can = useCanGoBack();
  return () => {
    if (can) router.history.back();
    else void router.navigate({ to: otherwise });
  };
}
