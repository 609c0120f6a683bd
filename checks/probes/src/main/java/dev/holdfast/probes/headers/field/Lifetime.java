package dev.holdfast.probes.headers.field;

import dev.holdfast.probes.exchange.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether caches that many users share may keep an answer, by every field that tells them: a field
 * that is for one kind of cache goes before Cache-Control there (RFC 9213), and Expires counts when
 * Cache-Control says nothing (RFC 9111, section 5.3).
 *
 * @param why the field that lets them, as a report quotes it
 */
public record Lifetime(String field, String why) {
    /** What CDNs obey before Cache-Control; the second is of the Edge Architecture of 2001. */
    private static final List<String> TARGETED =
            List.of(
                    "CDN-Cache-Control",
                    "Surrogate-Control",
                    "Cloudflare-CDN-Cache-Control",
                    "Vercel-CDN-Cache-Control",
                    "Netlify-CDN-Cache-Control",
                    "Akamai-Cache-Control");

    /** The day of the week before the comma is passed over, as caches do. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    /** What lets a shared cache keep it although Cache-Control does not, or nothing. */
    public static Optional<Lifetime> beside(Fields fields, Instant now) {
        for (String name : TARGETED) {
            List<String> lines = fields.all(name);
            if (CacheControl.of(lines).shared()) {
                return Optional.of(new Lifetime(name, String.join(", ", lines)));
            }
        }
        if (CacheControl.of(fields.all("Cache-Control")).decides()) {
            return Optional.empty();
        }
        Instant from = fields.first("Date").flatMap(Lifetime::date).orElse(now);
        return fields.first("Expires")
                .filter(value -> date(value).filter(end -> end.isAfter(from)).isPresent())
                .map(value -> new Lifetime("Expires", value));
    }

    /** A date that is none means that the answer is stale (RFC 9111, section 5.3). */
    private static Optional<Instant> date(String value) {
        String bare = value.substring(value.indexOf(',') + 1).strip();
        String text = bare.endsWith("GMT") ? bare.substring(0, bare.length() - 3).strip() : bare;
        try {
            return Optional.of(LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
