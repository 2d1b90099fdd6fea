package io.plexica.plugins.crm.internal.contacts;

import io.plexica.plugins.crm.internal.common.Limits;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A contact as people enter one. */
public record ContactBody(
        @NotNull(message = Limits.REQUIRED_MESSAGE)
        @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
        @Pattern(regexp = Limits.VISIBLE_TEXT, message = Limits.VISIBLE_TEXT_MESSAGE)
        String name,

        @Size(min = 3, max = Limits.EMAIL) @Email @Nullable String email,

        @Pattern(regexp = Limits.PHONE, message = Limits.PHONE_MESSAGE) @Nullable
        String phone,

        @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
        @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_MESSAGE)
        @Nullable
        String company,

        @Size(max = Limits.NOTES, message = Limits.SIZE_MESSAGE)
        @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_MESSAGE)
        @Nullable
        String notes) {}
