/** The platform keeps pictures of so many characters at most, as `data:image/…;base64,…`. */
export const LONGEST = 50_000;
const LARGEST_FILE = 5_000_000;
const SIDES = [256, 192, 128, 96, 64];
const KINDS = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

export type LogoProblem = "kind" | "size" | "unreadable";

/** Why a file cannot be a logo, before it is looked into. */
export function refusedFile(file: { type: string; size: number }): LogoProblem | undefined {
  if (!KINDS.includes(file.type)) return "kind";
  return file.size > LARGEST_FILE ? "size" : undefined;
}

/** Width and height within a square, in proportion; a drawing without a size of its own fills it. */
export function fitted(width: number, height: number, side: number): { width: number; height: number } {
  if (width <= 0 || height <= 0) return { width: side, height: side };
  const scale = side / Math.max(width, height);
  const factor = Math.min(scale, 1) || 1;
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/**
 * A picture as it is kept: painted anew as PNG, as large as its bounds allow. So nothing but pixels is left of it: a drawing's
 * scripts, links and what else it may bring never come into a page. As an `<img>` it is not run here either.
 */
export async function readLogo(file: File): Promise<{ data: string } | { problem: LogoProblem }> {
  const refused = refusedFile(file);
  if (refused) return { problem: refused };
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    for (const side of SIDES) {
      const data = painted(image, side);
      if (data.length <= LONGEST) return { data };
    }
    return { problem: "size" };
  } catch {
    return { problem: "unreadable" };
  } finally {
    URL.revokeObjectURL(address);
  }
}

function painted(image: HTMLImageElement, side: number): string {
  const canvas = document.createElement("canvas");
  const { width, height } = fitted(image.naturalWidth, image.naturalHeight, side);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/png");
}
