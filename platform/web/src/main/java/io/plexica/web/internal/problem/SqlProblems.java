package io.plexica.web.internal.problem;

import io.plexica.api.problem.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures of the database that came through JPA, told apart by SQLSTATE. */
final class SqlProblems {

    private static final int MAX_DEPTH = 20;

    private SqlProblems() {}

    static Optional<Problem> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MAX_DEPTH && cause != null; depth++) {
            if (cause instanceof SQLException sql) {
                return ofState(sql.getSQLState());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static Problem duplicate() {
        return Problem.of(ErrorCode.CONFLICT, "duplicate: something with the same unique value exists already");
    }

    private static Optional<Problem> ofState(@Nullable String state) {
        if (state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case "23505" -> Optional.of(duplicate());
            case "23503" ->
                Optional.of(Problem.of(
                        ErrorCode.CONFLICT, "referenced: it refers to something that is not there, or is referred to"));
            case "57014" ->
                Optional.of(Problem.of(
                        ErrorCode.UNAVAILABLE,
                        "The database took longer than allowed and was stopped; try again shortly"));
            case "40001", "40P01", "55P03" ->
                Optional.of(Problem.of(
                        ErrorCode.UNAVAILABLE, "Others worked on the same data at the same moment: try again"));
            case "22021" ->
                Optional.of(Problem.of(
                        ErrorCode.VALIDATION_FAILED, "The request contains a character that cannot be stored"));
            case "57P01", "57P02", "57P03" -> Optional.of(unreachable());
            // No connection, no resources such as room on a disk, a disk that fails.
            default ->
                state.startsWith("08") || state.startsWith("53") || state.startsWith("58")
                        ? Optional.of(unreachable())
                        : Optional.empty();
        };
    }

    private static Problem unreachable() {
        return Problem.of(ErrorCode.UNAVAILABLE, "The database does not answer at the moment: try again");
    }
}
