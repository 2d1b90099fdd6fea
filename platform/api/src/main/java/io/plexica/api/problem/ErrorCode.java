package io.plexica.api.problem;

/**
 * The codes of all refusals and failures, with their HTTP status. The written form, {@link #code}, is part of the API and
 * never changes; the type of the problem document is {@code https://plexica.io/problems/<code>}.
 */
public enum ErrorCode {
    VALIDATION_FAILED("validation-failed", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    PERMISSION_DENIED("permission-denied", 403, "You may not do this"),
    TENANT_NOT_ACTIVE("tenant-not-active", 403, "The tenant is not active"),
    TENANT_MISMATCH("tenant-mismatch", 403, "This is not your tenant"),
    WORKSPACE_NOT_MEMBER("workspace-not-member", 403, "You are not a member of this workspace"),
    PLUGIN_NOT_ENABLED("plugin-not-enabled", 403, "The plugin is not enabled here"),
    PLAN_REQUIRED("plan-required", 403, "The tenant's plan does not include this"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    PLUGIN_NOT_FOUND("plugin-not-found", 404, "There is no such plugin"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not possible here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable form of the answer"),
    CONFLICT("conflict", 409, "This conflicts with the present state"),
    PRECONDITION_FAILED("precondition-failed", 412, "The object has changed meanwhile"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's type is not understood here"),
    PLUGIN_INVALID("plugin-invalid", 422, "The plugin was refused"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    HEADER_TOO_LARGE("header-too-large", 431, "The headers are too large"),
    PLUGIN_ERROR("plugin-error", 500, "The plugin failed"),
    INTERNAL_ERROR("internal-error", 500, "The platform failed"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment"),
    PLUGIN_UNAVAILABLE("plugin-unavailable", 503, "The plugin is not available at the moment"),
    PLUGIN_OVERLOADED("plugin-overloaded", 503, "The plugin is overloaded"),
    PLUGIN_TIMEOUT("plugin-timeout", 504, "The plugin did not answer in time");

    private final String code;
    private final int status;
    private final String title;

    ErrorCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The written form, such as {@code permission-denied}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short sentence for people, the same for every occurrence. */
    public String title() {
        return title;
    }
}
