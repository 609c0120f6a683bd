package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked with an origin, and which rule a service breaks that lets it in. */
enum Kind {
    /** No origin at all: what a plain request gets. */
    NONE(null),
    /** One that the policy allows. */
    ALLOWED(null),
    /** The service's own, when the policy says nothing. */
    OWN(null),
    /** One that has nothing to do with the service. */
    FOREIGN(CorsChecks.REFLECTED),
    /** What sandboxed frames and local files send. */
    NULL(CorsChecks.NULL),
    /** The allowed origin with something behind its host. */
    PREFIX(CorsChecks.PREFIX),
    /** The allowed origin with something before its host. */
    SUFFIX(CorsChecks.SUFFIX),
    /** The same before the domain that the host is a name of. */
    SUFFIX_OF_DOMAIN(CorsChecks.SUFFIX),
    /** A dot of the host replaced. */
    DOT(CorsChecks.DOT),
    /** A name below the allowed host. */
    BELOW(CorsChecks.SUBDOMAIN),
    /** A name beside the allowed host. */
    SIBLING(CorsChecks.SUBDOMAIN),
    /** http for https. */
    INSECURE(CorsChecks.INSECURE),
    /** Another port. */
    PORT(CorsChecks.PORT),
    /** Upper case. */
    CASE(CorsChecks.CASE),
    /** The allowed host as the user name of another. */
    USERINFO(CorsChecks.USERINFO),
    /** A developer's own machine. */
    LOCALHOST(CorsChecks.LOCALHOST),
    /** A site on which anybody can publish a script. */
    THIRD_PARTY(CorsChecks.THIRD_PARTY),
    /** Characters that some browsers take in a host and many patterns do not expect. */
    SPECIAL(CorsChecks.SPECIAL),
    /** Two origins in one field. */
    SEVERAL(CorsChecks.SEVERAL);

    private final @Nullable CheckInfo rule;

    Kind(@Nullable CheckInfo rule) {
        this.rule = rule;
    }

    /** The rule that a service breaks that lets such an origin in. */
    Optional<CheckInfo> rule() {
        return Optional.ofNullable(rule);
    }
}
