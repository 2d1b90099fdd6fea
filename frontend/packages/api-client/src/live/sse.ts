/** One server-sent event. */
export interface ServerEvent {
  id: string | undefined;
  event: string;
  data: string;
}

/** Cuts a stream of text into server-sent events, as the HTML standard describes them. */
export class EventParser {
  private rest = "";
  private id: string | undefined;
  private event = "";
  private data: string[] = [];

  /** Takes what came and returns the events that are complete with it. */
  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === "") return this.complete();
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.data.push(value);
    else if (field === "event") this.event = value;
    else if (field === "id" && !value.includes("\0")) this.id = value;
    return [];
  }

  private complete(): ServerEvent[] {
    const { event, data } = this;
    this.event = "";
    this.data = [];
    return data.length === 0 ? [] : [{ id: this.id, event: event || "message", data: data.join("\n") }];
  }
}
