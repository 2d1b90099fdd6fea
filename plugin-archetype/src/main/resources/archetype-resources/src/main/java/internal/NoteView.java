package ${package}.internal;

import java.time.Instant;
import java.util.UUID;

/** A note as it is answered. */
public record NoteView(UUID id, String text, String author, Instant createdAt) {}
