package dev.holdfast.probes.suggest;

import java.util.List;

/**
 * One thing that a page was seen to use.
 *
 * @param directive the fetch directive that it falls under, in its finest form: {@code
 *     script-src-elem}, {@code img-src}
 * @param what {@code inline}, {@code eval}, {@code wasm-eval}, a scheme with its colon, or an
 *     origin
 * @param hashes of what was inline ({@code sha256-…}), as a policy has them without the quotes
 */
public record Sighting(String directive, String what, List<String> hashes) {
    public Sighting {
        hashes = List.copyOf(hashes);
    }
}
