package dev.holdfast.probes.answer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The field Retry-After (RFC 9110, section 10.2.3): seconds without sign or fraction, or an
 * HTTP-date.
 */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private RetryAfter() {}

    /**
     * How long to wait from now, never less than nothing; or nothing when the value has neither
     * form.
     */
    public static Optional<Duration> read(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value)
                .map(until -> {
                    Duration wait = Duration.between(now, until);
                    return wait.isNegative() ? Duration.ZERO : wait;
                });
    }

    /** The one value among the lines of the field, read; nothing when there are several. */
    public static Optional<Duration> read(List<String> lines, Instant now) {
        return lines.size() == 1 ? read(lines.getFirst(), now) : Optional.empty();
    }

    /** An HTTP-date in the form that a sender must use (RFC 9110, section 5.6.7). */
    public static Optional<Instant> date(String value) {
        try {
            Instant read = ZonedDateTime.parse(value, DATE.withZone(ZoneOffset.UTC)).toInstant();
            return Optional.of(read);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
