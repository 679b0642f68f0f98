// The one place where values become words: numbers, money, dates, phones, confidence.

/** Counts are grouped as the person's region does: 1,25,000 in India, 125,000 elsewhere. */
export function groupingLocale(language: string, timeZone: string): "en-IN" | "en-US" {
  const indian = /-IN\b/i.test(language) || timeZone === "Asia/Kolkata" || timeZone === "Asia/Calcutta";
  return indian ? "en-IN" : "en-US";
}

const LOCALE = groupingLocale(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone);
const rupees = new Intl.NumberFormat("en-IN", { maximumFractionDigits: 2 });
const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const western = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const two = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2, useGrouping: false });
const SYMBOLS: Record<string, string> = { INR: "₹", USD: "$", GBP: "£", EUR: "€" };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function formatCount(n: number): string {
  return integer.format(n);
}

/** `1 contact`, `214 contacts`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return plural(bytes, "byte");
  if (bytes < 1024 ** 2) return `${western.format(Math.round((bytes / 1024) * 10) / 10)} kB`;
  if (bytes < 1024 ** 3) return `${western.format(Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`;
  return `${western.format(Math.round((bytes / 1024 ** 3) * 10) / 10)} GB`;
}

/** Short money in the habit of its currency: lakh and crore for rupees, thousand and million for the rest. */
export function formatMoney(amount: string, currency: string | null): string {
  const n = Number(amount);
  if (!Number.isFinite(n) || amount.trim() === "") return amount;
  const sign = n < 0 ? "−" : "";
  const size = Math.abs(n);
  const mark = currency ? (SYMBOLS[currency] ?? `${currency} `) : "";
  if (currency === "INR") {
    if (size >= 1e7) return `${sign}${mark}${two.format(size / 1e7)} Cr`;
    if (size >= 1e5) return `${sign}${mark}${two.format(size / 1e5)} L`;
    return `${sign}${mark}${rupees.format(size)}`;
  }
  if (size >= 1e9) return `${sign}${mark}${two.format(size / 1e9)}B`;
  if (size >= 1e6) return `${sign}${mark}${two.format(size / 1e6)}M`;
  return `${sign}${mark}${western.format(size)}`;
}

/** The same money to the last digit, grouped as its currency groups. Works on the text, so nothing is rounded. */
export function formatMoneyExact(amount: string, currency: string | null): string {
  const found = /^(-?)(\d+)(\.\d+)?$/.exec(amount.trim());
  if (!found) return amount;
  const [, sign = "", whole = "", rest = ""] = found;
  const groups = currency === "INR" ? /\B(?=(\d{2})+(?=\d{3}$)|\d{3}$)/g : /\B(?=(\d{3})+$)/g;
  const mark = currency ? (SYMBOLS[currency] ?? `${currency} `) : "";
  return `${sign ? "−" : ""}${mark}${whole.replace(groups, ",")}${rest}`;
}

interface Moment {
  date: Date;
  hasTime: boolean;
}

function parseMoment(text: string): Moment | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day) return { date: new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])), hasTime: false };
  if (!/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return null;
  const date = new Date(text.replace(" ", "T"));
  return Number.isNaN(date.getTime()) ? null : { date, hasTime: true };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dayText(date: Date): string {
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

function timeText(date: Date): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** `12 Mar 2026`; `12 March` for a birthday without its year; anything else as it stands. */
export function formatDay(text: string): string {
  const yearless = /^--(\d{2})-(\d{2})$/.exec(text);
  if (yearless) return `${Number(yearless[2])} ${MONTHS[Number(yearless[1]) - 1] ?? yearless[1]}`;
  const moment = parseMoment(text);
  return moment ? dayText(moment.date) : text;
}

/** Relative within a week, absolute beyond. */
export function formatWhen(text: string, now: Date = new Date()): string {
  const moment = parseMoment(text);
  if (!moment) return formatDay(text);
  const ago = now.getTime() - moment.date.getTime();
  const days = Math.round((startOfDay(now) - startOfDay(moment.date)) / DAY);
  if (Math.abs(days) > 7) return dayText(moment.date);
  if (moment.hasTime && ago >= 0 && days === 0) {
    if (ago < MINUTE) return "just now";
    if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`;
    return `${Math.floor(ago / HOUR)} h ago`;
  }
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  if (days === -1) return "tomorrow";
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
}

/** For hovering: the day and the minute. */
export function formatExact(text: string): string {
  const moment = parseMoment(text);
  if (!moment) return formatDay(text);
  return moment.hasTime ? `${dayText(moment.date)}, ${timeText(moment.date)}` : dayText(moment.date);
}

/** To the second, for logs: `2 Mar 2026, 10:00:07`. */
export function formatClock(text: string): string {
  const moment = parseMoment(text);
  if (!moment?.hasTime) return formatExact(text);
  return `${formatExact(text)}:${String(moment.date.getSeconds()).padStart(2, "0")}`;
}

const chunks = (digits: string, ...sizes: number[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at >= digits.length) break;
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.join(" ");
};

// Indian area codes of two digits; others are shown with three.
const INDIAN_METROS = ["11", "20", "22", "33", "40", "44", "79", "80"];

function nationalDigits(country: string, rest: string): string {
  switch (country) {
    case "91":
      if (/^[6-9]/.test(rest) && !(rest.startsWith("79") && rest.length !== 10)) return chunks(rest, 5, 5);
      return INDIAN_METROS.includes(rest.slice(0, 2)) ? chunks(rest, 2, 4, 4) : chunks(rest, 3, 3, 4);
    case "971":
    case "966":
      return rest.startsWith("5") ? chunks(rest, 2, 3, 4) : chunks(rest, rest.length > 8 ? 2 : 1, 3, 4);
    case "44":
      if (rest.startsWith("2")) return chunks(rest, 2, 4, 4);
      return /^1(1|\d1)/.test(rest) ? chunks(rest, 3, 3, 4) : chunks(rest, 4, 6);
    default:
      return rest.length === 8 ? chunks(rest, 4, 4) : chunks(rest, 3, 3, 4);
  }
}

const COUNTRY_CODES = [
  "971",
  "966",
  "974",
  "965",
  "968",
  "973",
  "852",
  "91",
  "44",
  "65",
  "61",
  "49",
  "33",
  "1",
];

/** `+91 98300 12345`; what is not E.164 stays as received. */
export function formatPhone(text: string): string {
  if (!/^\+\d{7,15}$/.test(text)) return text;
  const digits = text.slice(1);
  const country = COUNTRY_CODES.find((code) => digits.startsWith(code)) ?? digits.slice(0, 2);
  return `+${country} ${nationalDigits(country, digits.slice(country.length))}`;
}

export type Band = "high" | "medium" | "low";

export function confidenceBand(confidence: number): Band {
  if (confidence >= 0.85) return "high";
  return confidence >= 0.6 ? "medium" : "low";
}

/** `92 %` */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Time left of long work; nothing while too little is known to say. */
export function formatTimeLeft(done: number, total: number, elapsedMs: number): string | null {
  if (total <= 0 || done <= 0 || done >= total || elapsedMs < 1_000) return null;
  return leftWords((elapsedMs / done) * (total - done));
}

/** How long something takes yet, in words that do not pretend to know it to the second. */
export function leftWords(left: number): string {
  if (left < 5_000) return "a few seconds left";
  if (left < 90_000) return `about ${Math.round(left / 5_000) * 5} s left`;
  return `about ${Math.round(left / MINUTE)} min left`;
}

/** `1,200 rows/s`; nothing while too little is known to say. */
export function formatRate(done: number, elapsedMs: number, unit: string): string | null {
  if (done <= 0 || elapsedMs < 1_000) return null;
  return rateWords(done / (elapsedMs / 1_000), unit);
}

/** `1,200 rows/s`, `5.9 MB/s`; nothing below one. */
export function rateWords(perSecond: number, unit: string): string | null {
  if (unit === "byte") return perSecond < 1 ? null : `${formatBytes(perSecond)}/s`;
  const round = perSecond >= 100 ? Math.round(perSecond / 10) * 10 : Math.round(perSecond);
  return round < 1 ? null : `${formatCount(round)} ${unit}${round === 1 ? "" : "s"}/s`;
}

/** `Ritam Kar` → `RK`. */
export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
