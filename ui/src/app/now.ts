// The time at this computer, as the core asks for it: it reads no time zone of its own.

const two = (n: number) => String(n).padStart(2, "0");

/** `2026-11-21T15:50:00+05:30`. */
export function localNow(now: Date = new Date()): string {
  const ahead = -now.getTimezoneOffset();
  const size = Math.abs(ahead);
  const offset = `${ahead < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${localSecond(now)}${offset}`;
}

/** `2026-11-21T15:50:00`, as records hold local times. */
export function localSecond(now: Date = new Date()): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}

/** A local time so many days later, at the same hour. */
export function daysLater(at: string, days: number): string {
  const date = new Date(at.length === 10 ? `${at}T09:00:00` : at);
  if (Number.isNaN(date.getTime())) return localSecond();
  date.setDate(date.getDate() + days);
  return localSecond(date);
}
