import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { cx } from "./cx";

interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  about?: ReactNode;
  /** A question that has to be answered: clicking beside it doesn't close it. */
  question?: boolean;
  /** Words of the title for screen readers only. */
  hideTitle?: boolean;
  className?: string;
  testId?: string;
  children?: ReactNode;
}

const VEIL =
  "fixed inset-0 z-40 bg-veil transition-opacity duration-(--quick) data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A dialog: focus stays inside, Esc closes, focus goes back to where it came from. */
export function Modal({ question = false, hideTitle = false, ...props }: ModalProps) {
  const { open, onOpenChange, title, about, className, testId, children } = props;
  const Kind = question ? AlertDialog : Dialog;
  return (
    <Kind.Root open={open} onOpenChange={(next: boolean) => onOpenChange(next)}>
      <Kind.Portal>
        <Kind.Backdrop className={VEIL} />
        <Kind.Popup
          data-overlay
          data-testid={testId}
          className={cx(
            "popup fixed outline-none top-[14vh] left-1/2 z-50 w-120 max-w-[calc(100vw-48px)] -translate-x-1/2",
            className,
          )}
        >
          <Kind.Title className={hideTitle ? "sr-only" : "px-5 pt-4 text-lg font-semibold"}>
            {title}
          </Kind.Title>
          {about && <Kind.Description className="px-5 pt-1 text-muted">{about}</Kind.Description>}
          {children}
        </Kind.Popup>
      </Kind.Portal>
    </Kind.Root>
  );
}

export function ModalActions({ children }: { children: ReactNode }) {
  return <div className="flex justify-end gap-2 px-5 pt-5 pb-4">{children}</div>;
}
