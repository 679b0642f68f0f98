// Verdicts go to the host one after the other, behind the screen, which is on the next item already.
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { type CommandError, call, toCommandError } from "@/api/client";
import type {
  DecideArgs,
  DecideResult,
  DecisionUndone,
  ReviewItem,
  SetDecideArgs,
  SetDecided,
  SetPreview,
} from "@/api/generated/contracts";
import { INVALIDATES } from "@/api/generated/contracts";
import { invalidate } from "@/api/queries";
import { type Made, newest, newSitting, type Sitting, sittingAfter } from "./sitting";

/** What the host said to something sent behind. */
export type Answer<T> = { result: T } | { refused: CommandError };

export interface AtTable {
  sitting: Sitting;
  /** Nothing is on its way and no verdict came for a moment: what the host says of the queue can be looked at again. */
  resting: boolean;
  give: (item: ReviewItem, args: Omit<DecideArgs, "proposal_id" | "seen">) => Promise<Answer<DecideResult>>;
  giveSet: (title: string, preview: SetPreview, args: SetDecideArgs) => Promise<Answer<SetDecided>>;
  /** Takes the newest verdict back; null where there is none. What was only put off is put back at once. */
  takeBack: () => Promise<{ about: Made; answer: Answer<DecisionUndone | null> }> | null;
}

/** Who decides one after the other is not held up by what the host would say of the queue in between. */
const REST_MS = 1_200;

const Context = createContext<AtTable | null>(null);

export function SittingProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [sitting, tell] = useReducer(sittingAfter, undefined, () => newSitting(new Date().toISOString()));
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const given = useRef(0);
  const [resting, setResting] = useState(true);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const waiting = useRef(0);
  const current = useRef(sitting);
  current.current = sitting;

  const table = useMemo<Omit<AtTable, "sitting" | "resting">>(() => {
    /** After whatever is on its way; what rests on it is asked for again once nothing is. */
    const inTurn = <T,>(work: () => Promise<T>, restMs: number): Promise<Answer<T>> => {
      waiting.current += 1;
      clearTimeout(rest.current);
      setResting(false);
      const mine = last.current
        .then(work)
        .then(
          (result): Answer<T> => ({ result }),
          (thrown: unknown): Answer<T> => ({ refused: toCommandError(thrown) }),
        )
        .finally(() => {
          waiting.current -= 1;
          if (waiting.current > 0) return;
          rest.current = setTimeout(() => {
            setResting(true);
            void invalidate(client, INVALIDATES.review_decide);
          }, restMs);
        });
      last.current = mine;
      return mine;
    };
    const send = async <T extends DecideResult | SetDecided>(
      about: Pick<Made, "title" | "ids" | "verdict" | "asked">,
      work: () => Promise<T>,
      renews = false,
    ): Promise<Answer<T>> => {
      given.current += 1;
      const n = given.current;
      tell({ is: "gives", n, ...about });
      const answer = await inTurn(work, REST_MS);
      if ("refused" in answer) {
        const { refused: error } = answer;
        tell(renews && error.code === "refused" ? { is: "renewed", n } : { is: "refused", n, error });
      } else {
        const { result } = answer;
        const [asked, aside] = "set_aside" in result ? [result.requested, result.set_aside] : [false, []];
        tell({ is: "done", n, decision: result.decision_id, asked, aside });
      }
      return answer;
    };
    return {
      give: (item, args) =>
        send(
          {
            title: item.title,
            ids: [item.proposal_id],
            verdict: args.decision,
            asked: item.not_mine !== null && args.decision !== "defer",
          },
          () => call("review_decide", { proposal_id: item.proposal_id, seen: item.seen, ...args }),
          item.stale && args.decision === "approve",
        ),
      giveSet: (title, preview, args) =>
        send({ title, ids: preview.proposals, verdict: args.decision, asked: false }, () =>
          call("review_set_decide", args),
        ),
      takeBack: () => {
        const about = newest(current.current);
        if (!about) return null;
        const answer = inTurn(async () => {
          const decision = current.current.made.find(({ n }) => n === about.n)?.decision ?? null;
          const undone =
            about.verdict === "defer" || decision === null
              ? null
              : await call("review_undo", { decision_id: decision });
          if (!undone?.requested) tell({ is: "undone", n: about.n });
          return undone;
        }, 0);
        return answer.then((answer) => ({ about, answer }));
      },
    };
  }, [client]);
  const value = useMemo(() => ({ sitting, resting, ...table }), [sitting, resting, table]);
  return <Context value={value}>{children}</Context>;
}

export function useSitting(): AtTable {
  const table = useContext(Context);
  if (!table) throw new Error("useSitting stands outside its provider");
  return table;
}
