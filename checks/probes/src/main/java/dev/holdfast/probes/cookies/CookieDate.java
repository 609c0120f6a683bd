package dev.holdfast.probes.cookies;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A date as browsers read it in Expires (RFC 6265bis, section 5.1.1): in almost any order. */
final class CookieDate {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final int FIRST_YEAR = 1601;

    private CookieDate() {}

    /** The moment, or nothing when there is none in it. */
    static Optional<Instant> of(String text) {
        Optional<int[]> time = Optional.empty();
        OptionalInt day = OptionalInt.empty();
        OptionalInt month = OptionalInt.empty();
        OptionalInt year = OptionalInt.empty();
        for (String word : text.split("[^0-9A-Za-z:]+", -1)) {
            Optional<int[]> clock = time.isEmpty() ? time(word) : Optional.empty();
            int digits = leadingDigits(word);
            if (clock.isPresent()) {
                time = clock;
            } else if (day.isEmpty() && digits >= 1 && digits <= 2) {
                day = OptionalInt.of(Integer.parseInt(word.substring(0, digits)));
            } else if (month.isEmpty() && month(word) > 0) {
                month = OptionalInt.of(month(word));
            } else if (year.isEmpty() && (digits == 2 || digits == 4)) {
                year = OptionalInt.of(year(Integer.parseInt(word.substring(0, digits))));
            }
        }
        if (time.isEmpty()
                || day.isEmpty()
                || month.isEmpty()
                || year.isEmpty()
                || year.getAsInt() < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            int[] clock = time.get();
            return Optional.of(
                    LocalDateTime.of(
                                    year.getAsInt(),
                                    month.getAsInt(),
                                    day.getAsInt(),
                                    clock[0],
                                    clock[1],
                                    clock[2])
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<int[]> time(String word) {
        String[] parts = word.split(":", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        int[] clock = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int digits = leadingDigits(parts[i]);
            if (digits < 1 || digits > 2 || (i < 2 && digits != parts[i].length())) {
                return Optional.empty();
            }
            clock[i] = Integer.parseInt(parts[i].substring(0, digits));
        }
        return Optional.of(clock);
    }

    private static int leadingDigits(String word) {
        int count = 0;
        while (count < word.length() && word.charAt(count) >= '0' && word.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    private static int month(String word) {
        return word.length() < 3
                ? 0
                : MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int year(int written) {
        if (written >= 70 && written <= 99) {
            return written + 1900;
        }
        return written < 70 ? written + 2000 : written;
    }
}
