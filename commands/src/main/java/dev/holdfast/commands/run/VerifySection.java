package dev.holdfast.commands.run;

import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the policy may say about asking providers whether keys live. */
final class VerifySection {
    private static final Shape.Form HOST =
            new Shape.Form(
                    "^(\\*\\.)?([a-z0-9][a-z0-9-]*\\.)+[a-z]{2,}$",
                    "a host in lower case, or *.suffix",
                    253);

    // Without TLS only where nothing leaves the machine; no user, no query.
    private static final Shape.Form ADDRESS =
            new Shape.Form(
                    "^(https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?"
                            + "|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?)"
                            + "(/[A-Za-z0-9._~-]+)*/?$",
                    "an https address without a query (http on 127.0.0.1 and localhost alone)",
                    300);

    private VerifySection() {}

    static Shape shape() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "enabled",
                // Neither a key that leaves nor one that is not asked about is the safe side.
                new Shape.Flag(
                        "whether holdfast check asks providers whether found keys live",
                        false,
                        Tightening.SAME));
        keys.put(
                "hosts",
                new Shape.ListOf(
                        "the providers' hosts that may be asked, and with a found key in hand",
                        new Shape.Text("a host", List.of(), HOST, null, Tightening.SAME),
                        List.of(),
                        Tightening.FEWER_MEMBERS));
        keys.put(
                "endpoints",
                new Shape.Names(
                        "where the API of a host stands instead: a server of your own, or a relay",
                        HOST,
                        new Shape.Text(
                                "what takes the place of https:// and that host in its calls",
                                List.of(),
                                ADDRESS,
                                null,
                                Tightening.SAME)));
        keys.put(
                "maxCalls",
                new Shape.WholeNumber(
                        "the most calls of one run", 1, 10_000, 200, Tightening.LOWER));
        return new Shape.Keys("the question whether found keys live", keys, List.of());
    }
}
