package dev.holdfast.rls.server.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that hold both ways, with comments between them: dbmate ({@code -- migrate:up}), goose
 * ({@code -- +goose Up}), sql-migrate ({@code -- +migrate Up}), node-pg-migrate ({@code -- Up
 * Migration}).
 */
final class UpSections {
    private static final Pattern MARK =
            Pattern.compile(
                    "(?i)^\\s*--\\s*(?:migrate:(up|down)\\b.*|\\+(?:goose|migrate)\\s+(up|down)\\b.*|"
                            + "(up|down)\\s+migration\\s*)$");

    private UpSections() {}

    /** The parts that go up, on the lines that they have; empty when the file has no such marks. */
    static Optional<String> of(String sql) {
        StringBuilder up = new StringBuilder();
        boolean marked = false;
        boolean runs = false;
        for (String line : sql.split("\n", -1)) {
            Optional<String> direction = direction(line);
            if (direction.isPresent()) {
                marked = true;
                runs = direction.get().equals("up");
            } else if (runs) {
                up.append(line);
            }
            up.append('\n');
        }
        return marked ? Optional.of(up.toString()) : Optional.empty();
    }

    private static Optional<String> direction(String line) {
        Matcher mark = MARK.matcher(line.stripTrailing());
        if (!mark.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= mark.groupCount(); group++) {
            if (mark.group(group) != null) {
                return Optional.of(mark.group(group).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }
}
