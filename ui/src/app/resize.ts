// Sizes that change are told in the next frame. A native observer calls back in the middle of layout; a listener that
// lays something out there makes the browser report a "ResizeObserver loop" (Resize Observer, § 3.4: the rest of the
// notifications waits for the next frame anyway). Tables, tooltips and the palette all listen so.

/** The same observer, with its callbacks one frame later and none after `disconnect`. */
export function inNextFrame(Native: typeof ResizeObserver): typeof ResizeObserver {
  return class extends Native {
    readonly #round: { number: number };

    constructor(callback: ResizeObserverCallback) {
      const round = { number: 0 };
      super((entries, observer) => {
        const asked = round.number;
        requestAnimationFrame(() => {
          if (round.number === asked) callback(entries, observer);
        });
      });
      this.#round = round;
    }

    override disconnect(): void {
      this.#round.number += 1;
      super.disconnect();
    }
  };
}
