package io.plexica.plugins.crm.internal.common;

/** The bounds of what people may enter; the columns of the migrations are as wide. */
public final class Limits {

    /** Characters of a name, title or company. */
    public static final int NAME = 255;

    /** Characters of an e-mail address (RFC 5321). */
    public static final int EMAIL = 254;

    /** Characters of a note. */
    public static final int NOTES = 10_000;

    /** Digits of an amount before its decimal point. */
    public static final int AMOUNT_DIGITS = 15;

    /** Digits of an amount after its decimal point. */
    public static final int AMOUNT_FRACTION = 2;

    /** Anything that PostgreSQL can keep as text. */
    public static final String TEXT = "[^\\x00]*";

    /** Text with something to see in it. */
    public static final String VISIBLE_TEXT = "(?U)[^\\x00]*[^\\x00\\s][^\\x00]*";

    /** A telephone number after E.164. */
    public static final String PHONE = "\\+[1-9][0-9]{1,14}";

    public static final String TEXT_MESSAGE = "must not contain the character NUL";
    public static final String VISIBLE_TEXT_MESSAGE = "must not be blank nor contain the character NUL";
    public static final String PHONE_MESSAGE = "must be in E.164 form, such as +391234567890";
    public static final String AMOUNT_SIGN_MESSAGE = "must not be negative";
    public static final String AMOUNT_MESSAGE =
            "must have at most {integer} digits before the point and {fraction} after it";
    public static final String REQUIRED_MESSAGE = "is required";
    public static final String SIZE_MESSAGE = "must be no longer than {max} characters";

    private Limits() {}
}
