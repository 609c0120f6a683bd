package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer says of the caches that it came through. */
final class CacheTraces {
    private static final Set<String> FIELDS =
            Set.of(
                    "x-cache",
                    "x-cache-status",
                    "cf-cache-status",
                    "cdn-cache",
                    "x-proxy-cache",
                    "x-cache-hit",
                    "x-vercel-cache",
                    "x-nextjs-cache",
                    "x-drupal-cache",
                    "x-litespeed-cache",
                    "x-fastcgi-cache",
                    "x-varnish-cache",
                    "cache-status");

    /** Words of an answer that was kept; "hit-for-pass" and "hit-for-miss" mean that it was not. */
    private static final Pattern KEPT =
            Pattern.compile("(?<![a-z])(?:hit(?!-for|[a-z])|stale|updating|revalidated)(?![a-z])");

    private CacheTraces() {}

    /** The name of the field by which the answer came from a cache, when one says so. */
    static Optional<String> of(Fields fields) {
        if (fields.first("Age").filter(CacheTraces::aged).isPresent()) {
            return Optional.of("Age");
        }
        List<Field> lines = fields.lines();
        return lines.stream()
                .filter(line -> FIELDS.contains(line.name().toLowerCase(Locale.ROOT)))
                .filter(line -> KEPT.matcher(line.value().toLowerCase(Locale.ROOT)).find())
                .map(Field::name)
                .findFirst();
    }

    private static boolean aged(String age) {
        return !age.isBlank() && !age.strip().chars().allMatch(letter -> letter == '0');
    }
}
