package dev.holdfast.probes.jwt;

import dev.holdfast.core.check.CheckInfo;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tokens with a right signature that say the wrong thing. */
final class ClaimAttacks {
    private static final Duration HOUR = Duration.ofHours(1);
    // Beyond the five minutes that some libraries bear with by default.
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final String NOBODY = "https://holdfast-probe.invalid";

    private final Forge forge;

    ClaimAttacks(Forge forge) {
        this.forge = forge;
    }

    List<Attack> all() throws GeneralSecurityException {
        List<Attack> all = new ArrayList<>();
        Token good = forge.good();
        all.addAll(times(good));
        if (!forge.rules().issuer().isEmpty()) {
            all.add(
                    signed(
                            ClaimRuleSet.ISSUER,
                            "other",
                            "a token of another issuer",
                            good.claim("iss", NOBODY)));
            all.add(
                    signed(
                            ClaimRuleSet.ISSUER,
                            "longer",
                            "a token of an issuer whose name only begins like the right one",
                            good.claim("iss", forge.rules().issuer() + ".evil.test")));
            all.add(
                    signed(
                            ClaimRuleSet.ISSUER,
                            "none",
                            "a token without an issuer",
                            good.without("iss")));
        }
        if (!forge.rules().audience().isEmpty()) {
            all.add(
                    signed(
                            ClaimRuleSet.AUDIENCE,
                            "other",
                            "a token for another audience",
                            good.claim("aud", NOBODY)));
            all.add(
                    signed(
                            ClaimRuleSet.AUDIENCE,
                            "longer",
                            "a token for an audience whose name only holds the right one",
                            good.claim("aud", "x-" + forge.rules().audience() + "-x")));
            all.add(
                    signed(
                            ClaimRuleSet.AUDIENCE,
                            "none",
                            "a token without an audience",
                            good.without("aud")));
        }
        all.add(
                signed(
                        ClaimRuleSet.TYPE,
                        "",
                        "a token of the type logout+jwt",
                        good.header("typ", "logout+jwt")));
        all.add(
                signed(
                        ClaimRuleSet.TWICE,
                        "",
                        "a token with two exp, of which the last is over",
                        good.also("exp", forge.in(HOUR.negated()))));
        all.add(
                signed(
                        ClaimRuleSet.CRITICAL,
                        "",
                        "a token with an unknown parameter in crit",
                        good.header("crit", List.of("holdfast-probe"))
                                .header("holdfast-probe", true)));
        for (String parameter : List.of("access_token", "token")) {
            all.add(
                    signed(
                                    ClaimRuleSet.QUERY,
                                    parameter,
                                    "a right token in the query parameter " + parameter,
                                    forge.good())
                            .in(parameter));
        }
        return all;
    }

    private List<Attack> times(Token good) throws GeneralSecurityException {
        long later = forge.in(HOUR);
        return List.of(
                signed(
                        ClaimRuleSet.EXPIRED,
                        "",
                        "a token that expired an hour ago",
                        good.claim("iat", forge.in(HOUR.multipliedBy(2).negated()))
                                .claim("exp", forge.in(HOUR.negated()))),
                signed(
                        ClaimRuleSet.EXPIRED,
                        "short",
                        "a token that expired ten minutes ago",
                        good.claim("iat", forge.in(SHORT.multipliedBy(2).negated()))
                                .claim("exp", forge.in(SHORT.negated()))),
                signed(
                        ClaimRuleSet.EXPIRED,
                        "text",
                        "a token that expired an hour ago and says so by a text, not by a number",
                        good.claim("iat", forge.in(HOUR.multipliedBy(2).negated()))
                                .claim("exp", Long.toString(forge.in(HOUR.negated())))),
                signed(
                        ClaimRuleSet.NOT_YET,
                        "",
                        "a token that is valid in an hour",
                        good.claim("nbf", later).claim("exp", forge.in(HOUR.multipliedBy(2)))),
                signed(
                                ClaimRuleSet.ISSUED_LATER,
                                "",
                                "a token issued in an hour",
                                good.claim("iat", later)
                                        .claim("exp", forge.in(HOUR.multipliedBy(2))))
                        .harmlessly(),
                signed(ClaimRuleSet.NO_EXPIRY, "", "a token without an end", good.without("exp")));
    }

    private Attack signed(CheckInfo rule, String key, String what, Token token)
            throws GeneralSecurityException {
        return Attack.of(rule, key, what, forge.signed(token));
    }
}
