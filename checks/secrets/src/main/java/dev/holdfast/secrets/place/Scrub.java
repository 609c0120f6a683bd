package dev.holdfast.secrets.place;

import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.rule.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what is said: the name of a file or of a folder, the target of a link, a
 * source in a map, the name of a variable or a claim may be one.
 */
public final class Scrub {
    private final Function<byte[], List<Span>> secrets;
    private final Map<String, String> known = new HashMap<>();

    /**
     * Takes out what a search finds in a name.
     *
     * @param secrets where secrets stand in the bytes of a text, by their start
     */
    public Scrub(Function<byte[], List<Span>> secrets) {
        this.secrets = secrets;
    }

    /** The text with nothing of a secret but what says its kind. */
    public String text(String text) {
        return known.computeIfAbsent(text, this::scrubbed);
    }

    private String scrubbed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Span> found = secrets.apply(bytes);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (Span secret : found) {
            if (secret.start() >= at) {
                kept.append(new String(bytes, at, secret.start() - at, StandardCharsets.UTF_8))
                        .append(Redaction.prefix(bytes, secret.start(), secret.end()))
                        .append('…');
            }
            at = Math.max(at, secret.end());
        }
        return kept.append(new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8))
                .toString();
    }

    /** The result with nothing of a secret in what it says. */
    public Result result(Result result) {
        Map<String, Object> facts = new TreeMap<>(result.properties());
        facts.replaceAll((_, value) -> fact(value));
        return new Result(
                result.check(),
                result.outcome(),
                result.severity(),
                result.evidence(),
                result.spots().stream().map(this::spot).toList(),
                orNull(result.subject()),
                text(result.message()),
                text(result.remediation()),
                identity(result.identity()),
                result.waiver(),
                facts);
    }

    private Object fact(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> many -> many.stream().map(this::fact).toList();
            default -> value;
        };
    }

    private @Nullable String orNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private Spot spot(Spot spot) {
        return new Spot(
                location(spot.location()),
                identity(spot.identity()),
                spot.namedWaivers(),
                spot.excerpt(),
                spot.searches());
    }

    private Location location(Location location) {
        Origin origin = location.origin();
        return new Location(
                text(location.path()),
                location.line(),
                location.column(),
                location.endLine(),
                location.endColumn(),
                origin == null
                        ? null
                        : new Origin(text(origin.path()), origin.line(), origin.column()));
    }

    private Identity identity(Identity identity) {
        return new Identity(
                identity.check(), text(identity.place()), identity.hash(), identity.occurrence());
    }
}
