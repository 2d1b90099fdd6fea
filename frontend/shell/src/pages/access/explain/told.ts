import type { User, WorkspaceView } from "@plexica/api-client";
import type { CheckView } from "../model/views";
import type { Book } from "./book";
import type { Gate } from "./gates";
import type { Question } from "./question";

/** An answer with all that was looked up to tell it. */
export interface Told {
  book: Book;
  question: Question;
  check: CheckView;
  user: User;
  /** What people call the user. */
  person: string;
  /** What is asked, in the middle of a sentence. */
  what: string;
  workspace: WorkspaceView | undefined;
  source: string;
  gates: readonly Gate[];
}
