package dev.holdfast.secrets.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one provider is asked about its keys.
 *
 * @param rules the rules whose keys it takes
 * @param form what a key must be in whole to be sent; named groups are values of the call
 * @param companions forms of what the call needs beside the key
 * @param source the documentation page that the entry was taken from
 * @param host the host, or {@code {name}} of a value that names it
 * @param under the suffix that a host named by a value must stand under
 * @param auth how the key is given
 * @param live when the key lives
 * @param restricted when the key lives, but may not make this call
 * @param dead when the key is dead
 * @param facts what to tell of the answer: a label and a JSON path, or {@code header NAME}
 */
record Provider(
        String name,
        Set<String> rules,
        Pattern form,
        Map<String, Pattern> companions,
        String source,
        String method,
        String host,
        Optional<String> under,
        String path,
        Auth auth,
        Map<String, String> headers,
        String body,
        Outcome live,
        Outcome restricted,
        Outcome dead,
        Map<String, String> facts) {

    Provider {
        rules = Set.copyOf(rules);
        companions = Map.copyOf(companions);
        headers = Map.copyOf(headers);
        facts = Map.copyOf(facts);
    }

    /** The call with the secret left out. */
    String template() {
        return method + " https://" + host + path;
    }
}
