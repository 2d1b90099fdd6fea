package io.plexica.api.rest;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list: {@code ?page=0&size=50&sort=name,-createdAt&q=text}. Take it with {@code @BeanParam} and call
 * {@link #orderBy} first. Values out of bounds are refused with {@code validation-failed}.
 */
public final class PageQuery {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 200;
    /** Deeper offsets would make the database count rows without end. */
    private static final int MAX_PAGE = 1_000_000;

    /** Digits of ASCII, and no more than fit; Java would read those of every script, and signs. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    @QueryParam("page")
    private @Nullable String page;

    @QueryParam("size")
    private @Nullable String size;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("q")
    private @Nullable String q;

    /** For JAX-RS, which fills the fields. */
    public PageQuery() {}

    /** For tests and callers in code; {@code null} means the default. */
    public PageQuery(@Nullable String page, @Nullable String size, @Nullable String sort, @Nullable String q) {
        this.page = page;
        this.size = size;
        this.sort = sort;
        this.q = q;
    }

    /** Zero-based page number, 0 unless given. */
    public int page() {
        return number("page", page, 0, 0, MAX_PAGE);
    }

    /** Items on a page, 1 to 200, 50 unless given. */
    public int size() {
        return number("size", size, DEFAULT_SIZE, 1, MAX_SIZE);
    }

    /** How many items precede this page. */
    public int offset() {
        return page() * size();
    }

    /** The text searched for, without surrounding blanks; empty when nothing is searched for. */
    public String text() {
        if (q == null) {
            return "";
        }
        if (q.indexOf('\0') >= 0) {
            throw PlexicaException.validation(new FieldError("/q", "must not contain the character NUL"));
        }
        return q.strip();
    }

    /**
     * The order asked for, as an SQL or JPQL {@code ORDER BY} list without those words, safe to put into a query. Checks
     * all the other parameters too, so that a list refuses all that is wrong at once.
     *
     * @param fields what may be sorted by: the public name and the column or path that stands for it
     * @param fallback the order when none is asked for, in the query's own terms
     * @throws PlexicaException {@code validation-failed} naming unknown or repeated fields, and what else is wrong
     */
    public String orderBy(Map<String, String> fields, String fallback) {
        List<FieldError> errors = errors();
        List<String> terms = new ArrayList<>();
        if (sort != null && !sort.isBlank()) {
            readOrder(sort, fields, terms, errors);
        }
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
        return terms.isEmpty() ? fallback : String.join(", ", terms);
    }

    /**
     * Checks page, size and text now. For lists that cannot be sorted; others call {@link #orderBy} first.
     *
     * @return this
     * @throws PlexicaException {@code validation-failed} naming all that is wrong
     */
    public PageQuery validated() {
        List<FieldError> errors = errors();
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
        return this;
    }

    private static void readOrder(
            String sort, Map<String, String> fields, List<String> terms, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        for (String term : sort.split(",", -1)) {
            boolean descending = term.startsWith("-");
            String name = descending ? term.substring(1) : term;
            String column = fields.get(name);
            if (column == null) {
                errors.add(new FieldError("/sort", "cannot sort by '" + name + "'; possible: " + names(fields)));
            } else if (!seen.add(name)) {
                errors.add(new FieldError("/sort", "names '" + name + "' twice"));
            } else {
                terms.add(column + (descending ? " DESC" : " ASC"));
            }
        }
    }

    private List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        for (Runnable check : List.<Runnable>of(this::page, this::size, this::text)) {
            try {
                check.run();
            } catch (PlexicaException e) {
                errors.addAll(e.errors());
            }
        }
        return errors;
    }

    private static String names(Map<String, String> fields) {
        return String.join(", ", fields.keySet().stream().sorted().toList());
    }

    private static int number(String name, @Nullable String text, int fallback, int min, int max) {
        if (text == null) {
            return fallback;
        }
        if (NUMBER.matcher(text).matches()) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw PlexicaException.validation(
                new FieldError("/" + name, "must be a whole number from " + min + " to " + max));
    }
}
