import { Route, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { WorkspaceInfo } from "@/api/generated/contracts";
import { KEYMAP } from "@/app/keymap";
import { useShortcuts } from "@/app/shortcuts";
import { Button, IconButton } from "@/components/Button";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { STEPS } from "./steps";
import { type TourState, useTour } from "./useTour";

/** The tour of a demo while it is on: a card that takes no key but its own, and a frame around what it speaks of. */
export function Tour({ workspace }: { workspace: WorkspaceInfo }) {
  const tour = useTour(workspace);
  useShortcuts(
    "app",
    tour === null
      ? {}
      : {
          tourStart: tour.start,
          ...(tour.on && { tourNext: tour.next, tourBack: tour.back, tourLeave: tour.leave }),
        },
  );
  return tour?.on ? <Card tour={tour} /> : null;
}

function Card({ tour }: { tour: TourState }) {
  const step = STEPS[tour.step];
  if (!step) return null;
  const last = tour.step === STEPS.length - 1;
  return (
    <>
      <Frame key={tour.step} anchors={step.anchors} />
      <section
        aria-label="Tour of the demo"
        aria-live="polite"
        data-testid="tour"
        className="popup absolute bottom-18 left-1/2 z-30 w-132 max-w-[calc(100%-32px)] -translate-x-1/2 p-4"
      >
        <div className="flex items-baseline gap-2">
          <h2 className="font-semibold">{step.title}</h2>
          <span className="ml-auto text-sm text-faint tabular-nums" data-testid="tour-step">
            {tour.step + 1} of {STEPS.length}
          </span>
          <IconButton
            label="Leave the tour"
            action="tourLeave"
            small
            onClick={tour.leave}
            data-testid="tour-leave"
          >
            <X className="size-3.5" />
          </IconButton>
        </div>
        <p className="pt-1 text-read text-muted">{step.words}</p>
        <ul aria-label="Keys" className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-sm text-muted">
          {step.keys.map((action) => (
            <li key={action} className="inline-flex items-center gap-1.5">
              <Kbd action={action} />
              {KEYMAP[action].label}
            </li>
          ))}
        </ul>
        <div className="flex items-center gap-2 pt-3">
          {step.place !== null && (
            <Button look="quiet" size="small" onClick={tour.show} data-testid="tour-show">
              Show me again
            </Button>
          )}
          <span className="ml-auto flex gap-2">
            {tour.step > 0 && (
              <Button onClick={tour.back} data-testid="tour-back">
                Back <Kbd action="tourBack" />
              </Button>
            )}
            <Button look="primary" onClick={tour.next} data-testid="tour-next">
              {last ? "Done" : "Next"}{" "}
              <Kbd
                action="tourNext"
                className="[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent"
              />
            </Button>
          </span>
        </div>
      </section>
    </>
  );
}

const LOOK_MS = 250;
const ROOM = 3;

interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** A frame around the first of the anchors that is on the screen; it follows it, and takes no click. */
function Frame({ anchors }: { anchors: readonly string[] }) {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = () => {
      const found = anchors
        .map((css) => document.querySelector(css)?.getBoundingClientRect())
        .find((rect) => rect !== undefined && rect.width > 0);
      const next = found
        ? { top: found.top, left: found.left, width: found.width, height: found.height }
        : null;
      setBox((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [anchors]);
  if (!box) return null;
  return (
    <div
      aria-hidden="true"
      data-testid="tour-frame"
      className="pointer-events-none fixed z-20 rounded-md border-2 border-accent"
      style={{
        top: Math.max(ROOM, box.top - ROOM),
        left: Math.max(ROOM, box.left - ROOM),
        width: box.width + 2 * ROOM,
        height: box.height + 2 * ROOM,
      }}
    />
  );
}

/** The way into the tour, in the side bar of a demo. */
export function TourLink({ workspace, narrow }: { workspace: WorkspaceInfo; narrow: boolean }) {
  const tour = useTour(workspace);
  if (tour === null || tour.on) return null;
  const words = tour.done
    ? "Tour of the demo again"
    : tour.step > 0
      ? "Go on with the tour"
      : "Five-minute tour";
  return (
    <button
      type="button"
      data-testid="tour-start"
      aria-label={narrow ? words : undefined}
      title={words}
      onClick={tour.start}
      className={cx(
        "control mx-2 mb-2 flex h-8 items-center gap-2.5 rounded-md border border-line text-muted hover:bg-hover hover:text-ink",
        narrow ? "justify-center" : "px-2",
      )}
    >
      <Route className="size-4 shrink-0" strokeWidth={1.75} aria-hidden="true" />
      {!narrow && <span className="flex-1 truncate text-left">{words}</span>}
      {!narrow && <Kbd action="tourStart" />}
    </button>
  );
}
