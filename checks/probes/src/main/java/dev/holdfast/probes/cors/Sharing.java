package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer says of who may read it, taken as a browser takes it (Fetch standard, "CORS
 * check"): several lines of a field are one value with commas between, and that equals no origin.
 *
 * @param allowed the lines of {@code Access-Control-Allow-Origin}
 * @param credentials {@code Access-Control-Allow-Credentials}, its lines as one value
 */
record Sharing(List<String> allowed, Optional<String> credentials, Fields fields) {

    static Sharing of(Fields fields) {
        return new Sharing(
                fields.all("Access-Control-Allow-Origin"),
                fields.combined("Access-Control-Allow-Credentials"),
                fields);
    }

    /** How far a page of the origin may read it. */
    Reading reading(String origin) {
        String value = value().orElse("");
        if (value.equals("*")) {
            return Reading.EVERYBODY;
        }
        if (value.isEmpty() || !value.equals(origin)) {
            return Reading.NOBODY;
        }
        return withCredentials() ? Reading.CREDENTIALED : Reading.PLAIN;
    }

    /** The value as one, when there is any line. */
    Optional<String> value() {
        return fields.combined("Access-Control-Allow-Origin");
    }

    /** Exactly {@code true}: no other case, no second value. */
    boolean withCredentials() {
        return credentials.filter("true"::equals).isPresent();
    }

    /** {@code *} beside credentials, which no browser takes. */
    boolean everybodyWithCredentials() {
        return value().filter("*"::equals).isPresent() && withCredentials();
    }

    /** Whether caches keep answers to different origins apart, or keep none. */
    boolean keptApart() {
        return tokens("Vary").stream().anyMatch(name -> name.equals("origin") || name.equals("*"))
                || tokens("Cache-Control").contains("no-store");
    }

    /** The members of a list, in lower case. */
    List<String> tokens(String name) {
        return Arrays.stream(fields.combined(name).orElse("").split(",", -1))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
