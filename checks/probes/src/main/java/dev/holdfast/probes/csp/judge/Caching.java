package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.exchange.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field tells shared caches of keeping an answer (RFC 9111, section 5.2.2). */
record Caching(List<String> directives) {
    private static final int LONGEST = 80;

    /** Fields that CDNs heed before Cache-Control (RFC 9213, section 2). */
    private static final List<String> TARGETED =
            List.of(
                    "CDN-Cache-Control",
                    "Cloudflare-CDN-Cache-Control",
                    "Vercel-CDN-Cache-Control",
                    "Netlify-CDN-Cache-Control",
                    "Surrogate-Control");

    // Without the day's name, by which a wrong one would be refused.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ROOT);

    /** A recording may say no time; no answer is older than this program. */
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    static Caching of(String value) {
        return new Caching(
                parts(value).stream()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /**
     * By what shared caches may keep an answer, for a message; nothing when they may not.
     *
     * @param came when it came; its own Date counts first
     */
    static Optional<String> shared(Fields fields, Instant came) {
        for (String name : TARGETED) {
            Caching targeted = of(fields.combined(name).orElse(""));
            if (targeted.shared()) {
                return Optional.of(name + " lets shared caches keep it: " + targeted.words());
            }
        }
        Caching own = of(fields.combined("Cache-Control").orElse(""));
        if (own.shared()) {
            return Optional.of("Cache-Control lets shared caches keep it: " + own.words());
        }
        // Section 5.3: Expires counts where no age is said.
        boolean silent =
                own.directives.stream()
                        .noneMatch(each ->
                                keepsOut(each)
                                        || each.startsWith("max-age=")
                                        || each.startsWith("s-maxage="));
        return silent && later(fields, came)
                ? Optional.of("Expires is in the future, so shared caches may keep it")
                : Optional.empty();
    }

    /** Whether it tells shared caches that they may keep it. */
    boolean shared() {
        return directives.stream().noneMatch(Caching::keepsOut)
                && directives.stream()
                        .anyMatch(each ->
                                each.equals("public")
                                        || lasts(each, "s-maxage=")
                                        || lasts(each, "max-age="));
    }

    // private and no-cache with names of fields keep those fields out, not the answer.
    private static boolean keepsOut(String directive) {
        return directive.equals("no-store")
                || directive.equals("no-cache")
                || directive.equals("private")
                || (directive.startsWith("s-maxage=") && !lasts(directive, "s-maxage="));
    }

    private static boolean lasts(String directive, String name) {
        return directive.startsWith(name)
                && directive
                        .substring(name.length())
                        .chars()
                        .anyMatch(letter -> letter >= '1' && letter <= '9');
    }

    private static boolean later(Fields fields, Instant came) {
        Instant dated = fields.first("Date").flatMap(Caching::date).orElse(came);
        Instant now = dated.isBefore(EARLIEST) ? EARLIEST : dated;
        return fields.first("Expires").flatMap(Caching::date).filter(now::isBefore).isPresent();
    }

    // What is no date is in the past (section 5.3).
    private static Optional<Instant> date(String text) {
        String bare = text.substring(text.indexOf(',') + 1).strip();
        try {
            return bare.endsWith(" GMT")
                    ? Optional.of(
                            DATE.parse(bare.substring(0, bare.length() - 4), LocalDateTime::from)
                                    .toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && value.charAt(i) == ',') {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(value.substring(start));
        return parts;
    }

    String words() {
        return OneLine.of(String.join(", ", directives), LONGEST);
    }
}
