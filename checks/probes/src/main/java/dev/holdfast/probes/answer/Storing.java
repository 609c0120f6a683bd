package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer says to caches about itself (RFC 9111, section 5.2.2). */
public final class Storing {
    private Storing() {}

    /** Whether it forbids every cache to keep it. */
    public static boolean forbidden(Response response) {
        return directives(response).contains("no-store");
    }

    /** What asks a cache to keep it, or nothing when nothing does. */
    public static Optional<String> invited(Response response) {
        Set<String> directives = directives(response);
        if (directives.contains("no-store")) {
            return Optional.empty();
        }
        return directives.stream()
                .filter(each ->
                        each.equals("public")
                                || each.matches("(s-maxage|max-age)=\"?0*[1-9][0-9]*\"?"))
                .sorted()
                .findFirst();
    }

    private static Set<String> directives(Response response) {
        String value =
                response.fields().combined("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        return Arrays.stream(value.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }
}
