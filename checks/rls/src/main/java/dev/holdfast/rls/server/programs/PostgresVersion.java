package dev.holdfast.rls.server.programs;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of PostgreSQL, as {@code postgres --version} prints it: {@code 17.11}. */
public record PostgresVersion(int major, int minor) implements Comparable<PostgresVersion> {
    /** The oldest whose rules Holdfast knows: security_invoker views came with it. */
    public static final int OLDEST = 15;

    private static final Pattern PRINTED =
            Pattern.compile("\\(PostgreSQL\\) (\\d{1,4})(?:\\.(\\d{1,6}))?");

    /** The version in what the program printed; a beta ({@code 19beta1}) counts as its minor 0. */
    public static Optional<PostgresVersion> in(String printed) {
        Matcher found = PRINTED.matcher(printed);
        if (!found.find()) {
            return Optional.empty();
        }
        String minor = found.group(2);
        return Optional.of(
                new PostgresVersion(
                        Integer.parseInt(found.group(1)),
                        minor == null ? 0 : Integer.parseInt(minor)));
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return Comparator.comparingInt(PostgresVersion::major)
                .thenComparingInt(PostgresVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
