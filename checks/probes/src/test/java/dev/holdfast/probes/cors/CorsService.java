package dev.holdfast.probes.cors;

import dev.holdfast.probes.loopback.Asked;
import dev.holdfast.probes.loopback.Given;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A service with CORS rules, good or bad.
 *
 * @param lets the origins that are let in
 * @param credentials the value of the field, or empty for none
 * @param vary whether it says that the answer differs by origin
 */
record CorsService(Predicate<String> lets, String credentials, boolean vary)
        implements Function<Asked, Given> {
    static final String APP = "https://app.example.com";

    /** Lets in origins that match as a whole, with credentials. */
    static CorsService matching(String pattern) {
        return new CorsService(Pattern.compile(pattern).asMatchPredicate(), "true", true);
    }

    /** Lets in what a comparison takes, with credentials. */
    static CorsService letting(Predicate<String> lets) {
        return new CorsService(lets, "true", true);
    }

    CorsService credentials(String value) {
        return new CorsService(lets, value, vary);
    }

    CorsService silent() {
        return new CorsService(lets, credentials, false);
    }

    @Override
    public Given apply(Asked asked) {
        Given given = asked.preflight() ? Given.of(204, "") : Given.ok("data");
        if (vary) {
            given = given.with("Vary", "Accept-Encoding, Origin");
        }
        String origin = asked.origin().orElse("");
        if (origin.isEmpty() || !lets.test(origin)) {
            return given;
        }
        given = given.with("Access-Control-Allow-Origin", origin);
        if (!credentials.isEmpty()) {
            given = given.with("Access-Control-Allow-Credentials", credentials);
        }
        return asked.preflight()
                ? given.with("Access-Control-Allow-Methods", "GET, POST")
                        .with("Access-Control-Allow-Headers", "content-type, authorization")
                        .with("Access-Control-Max-Age", "600")
                : given;
    }

    /** The same answer to everybody. */
    static Function<Asked, Given> always(Given given) {
        return asked -> given;
    }

    /** One service where the question is of that kind, another elsewhere. */
    static Function<Asked, Given> where(
            Predicate<Asked> kind, Function<Asked, Given> one, Function<Asked, Given> other) {
        return asked -> (kind.test(asked) ? one : other).apply(asked);
    }
}
