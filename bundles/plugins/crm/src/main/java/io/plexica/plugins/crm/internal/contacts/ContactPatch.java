package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.crm.internal.common.Limits;
import java.util.HashSet;
import java.util.Set;
import javax.validation.constraints.Email;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch of a contact: a member that is absent changes nothing, one that is null removes. No record, since only
 * a setter that was called tells null from absent.
 */
public final class ContactPatch {

    private final Set<String> given = new HashSet<>();

    @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
    @Pattern(regexp = Limits.VISIBLE_TEXT, message = Limits.VISIBLE_TEXT_MESSAGE)
    private @Nullable String name;

    @Size(min = 3, max = Limits.EMAIL)
    @Email
    private @Nullable String email;

    @Pattern(regexp = Limits.PHONE, message = Limits.PHONE_MESSAGE)
    private @Nullable String phone;

    @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
    @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_MESSAGE)
    private @Nullable String company;

    @Size(max = Limits.NOTES, message = Limits.SIZE_MESSAGE)
    @Pattern(regexp = Limits.TEXT, message = Limits.TEXT_MESSAGE)
    private @Nullable String notes;

    public void setName(@Nullable String name) {
        given.add("name");
        this.name = name;
    }

    public void setEmail(@Nullable String email) {
        given.add("email");
        this.email = email;
    }

    public void setPhone(@Nullable String phone) {
        given.add("phone");
        this.phone = phone;
    }

    public void setCompany(@Nullable String company) {
        given.add("company");
        this.company = company;
    }

    public void setNotes(@Nullable String notes) {
        given.add("notes");
        this.notes = notes;
    }

    /** The contact that this patch makes of another. */
    ContactBody onto(ContactBody present) {
        if (given.contains("name") && name == null) {
            throw PlexicaException.validation(new FieldError("/name", "is required and cannot be removed"));
        }
        return new ContactBody(
                name != null ? name : present.name(),
                given.contains("email") ? email : present.email(),
                given.contains("phone") ? phone : present.phone(),
                given.contains("company") ? company : present.company(),
                given.contains("notes") ? notes : present.notes());
    }
}
