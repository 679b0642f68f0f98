import { afterEach, expect, test, vi } from "vitest";
import { inNextFrame } from "./resize";

/** An observer that is told by hand. */
class ByHand implements ResizeObserver {
  constructor(readonly tell: ResizeObserverCallback) {}
  observe() {}
  unobserve() {}
  disconnect() {}
}

const frames: FrameRequestCallback[] = [];
vi.stubGlobal("requestAnimationFrame", (run: FrameRequestCallback) => frames.push(run));
const nextFrame = () => {
  for (const run of frames.splice(0)) run(0);
};

afterEach(() => {
  frames.length = 0;
});

const Observer = inNextFrame(ByHand as unknown as typeof ResizeObserver);
const told = (observer: ResizeObserver) => (observer as unknown as ByHand).tell([], observer);

test("a listener hears of a size in the next frame, never inside the layout that changed it", () => {
  const heard = vi.fn();
  const observer = new Observer(heard);
  told(observer);
  expect(heard).not.toHaveBeenCalled();
  nextFrame();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("nothing is heard after disconnect, and an observer may be used again", () => {
  const heard = vi.fn();
  const observer = new Observer(heard);
  told(observer);
  observer.disconnect();
  nextFrame();
  expect(heard).not.toHaveBeenCalled();
  told(observer);
  nextFrame();
  expect(heard).toHaveBeenCalledTimes(1);
});
