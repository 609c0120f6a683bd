package dev.holdfast.secrets.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one provider is asked about its keys.
 *
 * @param rules the rules whose keys it takes
 * @param form what a key must be in whole to be sent; named groups are values of the call
 * @param companions forms of what the call needs beside the key, found near it
 * @param parts forms of other halves of the key, found with it
 * @param claims forms of what the key, a JSON Web Token, says itself
 * @param source the documentation page that the entry was taken from
 * @param host the host, or {@code {name}} of a value that names it
 * @param also further hosts where a key may live; it is dead when all say so
 * @param under the suffix that a host named by a value must stand under
 * @param auth how the key is given
 * @param xml whether answers are XML and not JSON
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
        Map<String, Pattern> parts,
        Map<String, Pattern> claims,
        String source,
        String method,
        String host,
        List<String> also,
        Optional<String> under,
        String path,
        Auth auth,
        Map<String, String> headers,
        String body,
        boolean xml,
        Outcome live,
        Outcome restricted,
        Outcome dead,
        Map<String, String> facts) {

    Provider {
        rules = Set.copyOf(rules);
        companions = Map.copyOf(companions);
        parts = Map.copyOf(parts);
        claims = Map.copyOf(claims);
        also = List.copyOf(also);
        headers = Map.copyOf(headers);
        facts = Map.copyOf(facts);
    }

    /** Where a key may live, the likeliest first. */
    List<String> hosts() {
        List<String> all = new ArrayList<>(List.of(host));
        all.addAll(also);
        return all;
    }
}
