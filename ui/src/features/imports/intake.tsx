// Files on their way in: chosen, dropped on the window, or given by the operating system. One at a time, in order.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type CommandError, call, chooseFile, onFileDrag, onOpenedFiles, toCommandError } from "@/api/client";
import { type FilePreview, INVALIDATES } from "@/api/generated/contracts";
import { invalidate } from "@/api/queries";
import { useRights } from "@/app/rights";
import { useProgress, type Work } from "@/app/useProgress";

export interface FailedFile {
  path: string;
  name: string;
  error: CommandError;
}

interface Intake {
  /** The name of the file being read. */
  running: string | null;
  /** What a first look at that file shows; null until there is one. */
  look: FilePreview | null;
  work: Work | null;
  waiting: number;
  failed: readonly FailedFile[];
  dragging: boolean;
  /** Whether bringing files in is offered to this person at all. */
  allowed: boolean;
  start: (paths: readonly string[]) => void;
  choose: () => void;
  cancel: () => void;
  retry: (file: FailedFile) => void;
  dismiss: (file: FailedFile) => void;
}

const Context = createContext<Intake | null>(null);

export const fileName = (path: string): string => path.split(/[\\/]/).pop() || path;

export function IntakeProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [running, setRunning] = useState<string | null>(null);
  const [look, setLook] = useState<FilePreview | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [failed, setFailed] = useState<readonly FailedFile[]>([]);
  const [dragging, setDragging] = useState(false);
  const queue = useRef<string[]>([]);
  const busy = useRef(false);
  const work = useProgress(running !== null);
  const allowed = useRights().may("import_files");

  const drain = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const brought: string[] = [];
    for (let path = queue.current.shift(); path !== undefined; path = queue.current.shift()) {
      const name = fileName(path);
      setRunning(name);
      setLook(null);
      setWaiting(queue.current.length);
      const state = { over: false };
      // Beside the reading, and gone with it; what is wrong with the file the reading itself says.
      call("import_preview", { path }).then(
        (seen) => state.over || setLook(seen),
        () => undefined,
      );
      try {
        const summary = await call("import_start", { path });
        brought.push(summary.import_id);
      } catch (thrown) {
        const error = toCommandError(thrown);
        const file = { path, name, error };
        if (error.code !== "cancelled")
          setFailed((now) => [...now.filter((f) => f.path !== file.path), file]);
        else queue.current = [];
      }
      state.over = true;
      await invalidate(client, INVALIDATES.import_start);
    }
    busy.current = false;
    setRunning(null);
    setLook(null);
    setWaiting(0);
    const only = brought.length === 1 ? brought[0] : undefined;
    if (only) void navigate({ to: "/imports/$id", params: { id: only } });
    else if (brought.length > 1) void navigate({ to: "/imports" });
  }, [client, navigate]);

  const start = useCallback(
    (paths: readonly string[]) => {
      if (paths.length === 0) return;
      queue.current.push(...paths);
      setWaiting(busy.current ? queue.current.length : 0);
      setFailed((now) => now.filter((file) => !paths.includes(file.path)));
      void drain();
    },
    [drain],
  );

  useEffect(() => onFileDrag({ over: setDragging, drop: start }), [start]);
  useEffect(() => {
    const take = () => {
      call("take_opened_files", null).then(start, () => undefined);
    };
    take();
    return onOpenedFiles(take);
  }, [start]);

  const intake = useMemo<Intake>(
    () => ({
      running,
      look,
      work,
      waiting,
      failed,
      dragging: dragging && allowed,
      allowed,
      start,
      choose: () => {
        chooseFile().then(
          (path) => path && start([path]),
          () => undefined,
        );
      },
      cancel: () => {
        call("cancel", null).catch(() => undefined);
      },
      retry: (file) => start([file.path]),
      dismiss: (file) => setFailed((now) => now.filter((other) => other !== file)),
    }),
    [running, look, work, waiting, failed, dragging, allowed, start],
  );
  return <Context value={intake}>{children}</Context>;
}

export function useIntake(): Intake {
  const intake = useContext(Context);
  if (!intake) throw new Error("useIntake stands outside its provider");
  return intake;
}
