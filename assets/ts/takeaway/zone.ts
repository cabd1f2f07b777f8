/** A European time zone, spelt out for calendar programs that do not know it by name. */

const HOUR = 60;

/**
 * A VTIMEZONE for a zone that follows the European Union's summer time: it begins and ends on the last Sunday of
 * March and October at 01:00 UTC, since 1996. Source: directive 2000/84/EC. Null for zones so far west that it is
 * still Saturday there then.
 */
export function zoneOf(name: string): string | null {
  const [winter, summer] = [offset(name, "2026-01-15"), offset(name, "2026-07-15")];
  if (winter < -HOUR) return null;
  const parts = [
    part("STANDARD", summer, winter, "10"),
    ...(summer === winter ? [] : [part("DAYLIGHT", winter, summer, "03")]),
  ];
  return ["BEGIN:VTIMEZONE", `TZID:${name}`, ...parts.flat(), "END:VTIMEZONE"].join("\r\n");
}

/** Minutes east of UTC at noon of a day. */
function offset(zone: string, day: string): number {
  const noon = new Date(`${day}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", minute: "numeric", hourCycle: "h23" });
  const [hour, minute] = ["hour", "minute"].map((type) => {
    return Number(parts.formatToParts(noon).find((one) => one.type === type)?.value ?? 0);
  });
  return ((hour ?? 12) - 12) * HOUR + (minute ?? 0);
}

function part(kind: "STANDARD" | "DAYLIGHT", from: number, to: number, month: string): string[] {
  // The last Sundays of March and October 1996.
  const day = month === "03" ? "31" : "27";
  const rule = from === to ? [] : [`RRULE:FREQ=YEARLY;BYMONTH=${Number(month)};BYDAY=-1SU`];
  return [
    `BEGIN:${kind}`,
    `DTSTART:1996${month}${day}T${clock(HOUR + from)}00`,
    ...rule,
    `TZOFFSETFROM:${signed(from)}`,
    `TZOFFSETTO:${signed(to)}`,
    `END:${kind}`,
  ];
}

function clock(minutes: number): string {
  return [Math.floor(minutes / HOUR), minutes % HOUR].map((one) => String(one).padStart(2, "0")).join("");
}

function signed(minutes: number): string {
  return `${minutes < 0 ? "-" : "+"}${clock(Math.abs(minutes))}`;
}
