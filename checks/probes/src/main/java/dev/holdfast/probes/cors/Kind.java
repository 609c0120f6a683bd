package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import java.util.Optional;

/** What is asked with an origin, and which rule a service breaks that lets it in. */
enum Kind {
    /** No origin at all: what a plain request gets. */
    NONE,
    /** One that the policy allows. */
    ALLOWED,
    /** The service's own, when the policy says nothing. */
    OWN,
    /** One that has nothing to do with the service. */
    FOREIGN,
    /** What sandboxed frames and local files send. */
    NULL,
    /** The allowed origin with something behind its host. */
    PREFIX,
    /** The allowed origin with something before its host. */
    SUFFIX,
    /** The same before the domain that the host is a name of. */
    SUFFIX_OF_DOMAIN,
    /** A dot of the host replaced. */
    DOT,
    /** A name below the allowed host. */
    BELOW,
    /** A name beside the allowed host. */
    SIBLING,
    /** http for https. */
    INSECURE,
    /** Another port. */
    PORT,
    /** Upper case. */
    CASE,
    /** The allowed host as the user name of another. */
    USERINFO,
    /** A developer's own machine. */
    LOCALHOST,
    /** A site on which anybody can publish a script. */
    THIRD_PARTY,
    /** Characters that some browsers take in a host and many patterns do not expect. */
    SPECIAL,
    /** Two origins in one field. */
    SEVERAL;

    /** The rule that a service breaks that lets such an origin in. */
    Optional<CheckInfo> rule() {
        return switch (this) {
            case NONE, ALLOWED, OWN -> Optional.empty();
            case FOREIGN -> Optional.of(CorsChecks.REFLECTED);
            case NULL -> Optional.of(CorsChecks.NULL);
            case PREFIX -> Optional.of(CorsChecks.PREFIX);
            case SUFFIX, SUFFIX_OF_DOMAIN -> Optional.of(CorsChecks.SUFFIX);
            case DOT -> Optional.of(CorsChecks.DOT);
            case BELOW, SIBLING -> Optional.of(CorsChecks.SUBDOMAIN);
            case INSECURE -> Optional.of(CorsChecks.INSECURE);
            case PORT -> Optional.of(CorsChecks.PORT);
            case CASE -> Optional.of(CorsChecks.CASE);
            case USERINFO -> Optional.of(CorsChecks.USERINFO);
            case LOCALHOST -> Optional.of(CorsChecks.LOCALHOST);
            case THIRD_PARTY -> Optional.of(CorsChecks.THIRD_PARTY);
            case SPECIAL -> Optional.of(CorsChecks.SPECIAL);
            case SEVERAL -> Optional.of(CorsChecks.SEVERAL);
        };
    }
}
