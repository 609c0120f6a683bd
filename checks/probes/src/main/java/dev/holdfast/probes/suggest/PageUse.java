package dev.holdfast.probes.suggest;

import java.util.List;

/**
 * What a page uses, and what is known of it besides.
 *
 * @param origin of the page, without the port that its scheme has anyway
 * @param nonce whether the server makes a fresh nonce for each answer
 * @param styleNonce whether style sheets have it, too
 * @param strictDynamic whether the page's own policy trusts what trusted scripts load
 * @param scriptAddresses hashes of the addresses of {@code javascript:} links
 * @param formOrigins to where its forms send
 * @param kept directives of its own policy that no page load can show, as they stand there
 */
public record PageUse(
        String origin,
        boolean nonce,
        boolean styleNonce,
        boolean strictDynamic,
        List<Sighting> sightings,
        List<String> scriptAddresses,
        List<String> formOrigins,
        List<String> kept) {
    public PageUse {
        sightings = List.copyOf(sightings);
        scriptAddresses = List.copyOf(scriptAddresses);
        formOrigins = List.copyOf(formOrigins);
        kept = List.copyOf(kept);
    }
}
