package ${package}.internal;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/** A note as people enter one. What breaks these rules is answered with 400 before your code runs. */
public record NoteBody(@NotBlank @Size(max = 2000) String text) {}
