package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the question that browsers ask first is answered. */
final class PreflightVerdict {
    private static final String METHOD = "OPTIONS";

    /** Firefox keeps an answer a day at most, Chromium two hours. */
    private static final long DAY = 86_400;

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,18}");

    /** Methods that need no preflight and no place in its answer (Fetch standard). */
    private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

    private PreflightVerdict() {}

    static void judge(Trials trials, Notes notes) {
        Optional<Trial> asked =
                trials.ofRoute()
                        .filter(trial -> trial.at().preflight())
                        .filter(trial ->
                                switch (trial.origin().kind()) {
                                    case ALLOWED, OWN -> true;
                                    case FOREIGN -> trials.expectation().everybody();
                                    default -> false;
                                })
                        .findFirst();
        if (asked.isEmpty()) {
            nothing(notes, "the policy lets no other origin read");
            return;
        }
        Trial trial = asked.get();
        Optional<Finding> blocked = trial.blocked(CorsChecks.PREFLIGHT);
        if (blocked.isPresent()) {
            notes.add(blocked.get(), METHOD);
            trial.blocked(CorsChecks.MAX_AGE).ifPresent(finding -> notes.add(finding, METHOD));
            return;
        }
        boolean works = works(trials, trial);
        if (!trials.main().preflight() && trial.origin().kind() != Kind.OWN) {
            control(trials, notes, trial, works);
        }
        if (trial.reading() == Reading.NOBODY) {
            nothing(notes, "no preflight is let in");
            return;
        }
        permissions(notes, trial);
        age(notes, trial);
    }

    private static void nothing(Notes notes, String why) {
        notes.add(Finding.notApplicable(CorsChecks.PREFLIGHT, why), METHOD);
        notes.add(Finding.notApplicable(CorsChecks.MAX_AGE, why), METHOD);
    }

    /** Whether the request that was asked for would be sent. */
    private static boolean works(Trials trials, Trial trial) {
        Expectation expectation = trials.expectation();
        boolean credentials = expectation.credentials() && !expectation.everybody();
        Sharing sharing = trial.sharing().orElseThrow();
        String method = trial.at().asksFor();
        return trial.reading() != Reading.NOBODY
                && (!credentials || trial.reading() == Reading.CREDENTIALED)
                && (SAFELISTED.contains(method)
                        || sharing.tokens("Access-Control-Allow-Methods")
                                .contains(method.toLowerCase(Locale.ROOT))
                        || (!sharing.withCredentials() && anything(sharing, "Methods")));
    }

    private static void control(Trials trials, Notes notes, Trial trial, boolean works) {
        CheckInfo rule = CorsChecks.REFUSED;
        Finding finding;
        if (works) {
            finding = Finding.pass(rule, trial.words());
        } else if (SAFELISTED.contains(trial.at().asksFor())
                && trials.route().methods().stream().allMatch(SAFELISTED::contains)) {
            finding =
                    Finding.notApplicable(
                            rule,
                            "a browser asks first only for other header fields: " + trial.words());
        } else {
            finding =
                    Finding.fail(
                            rule,
                            "the policy lists "
                                    + trial.at().asksFor()
                                    + ", but "
                                    + trial.words()
                                    + " with status "
                                    + trial.response().map(Response::status).orElse(0));
        }
        notes.add(finding.keyed("preflight"), METHOD);
    }

    private static void permissions(Notes notes, Trial trial) {
        CheckInfo rule = CorsChecks.PREFLIGHT;
        Sharing sharing = trial.sharing().orElseThrow();
        boolean some = trial.reading() != Reading.EVERYBODY;
        for (String what : new String[] {"Methods", "Headers"}) {
            if (some && anything(sharing, what)) {
                notes.add(
                        Finding.fail(
                                rule,
                                "Access-Control-Allow-"
                                        + what
                                        + ": * for "
                                        + trial.origin().words()
                                        + (sharing.withCredentials()
                                                ? ", where with credentials * means nothing"
                                                : "")),
                        METHOD);
                return;
            }
        }
        notes.add(
                Finding.pass(rule, "no * for an origin of a list")
                        .with("methods", sharing.tokens("Access-Control-Allow-Methods"))
                        .with("headers", sharing.tokens("Access-Control-Allow-Headers")),
                METHOD);
    }

    private static void age(Notes notes, Trial trial) {
        CheckInfo rule = CorsChecks.MAX_AGE;
        String value =
                trial.sharing()
                        .orElseThrow()
                        .fields()
                        .combined("Access-Control-Max-Age")
                        .orElse("");
        if (value.isEmpty()) {
            notes.add(Finding.pass(rule, "none, so a browser keeps it for 5 seconds"), METHOD);
            return;
        }
        boolean number = SECONDS.matcher(value).matches();
        boolean right = number && Long.parseLong(value) <= DAY;
        String message =
                "Access-Control-Max-Age: "
                        + value
                        + (number ? "" : " is no number, so a browser keeps it for 5 seconds");
        notes.add(
                right
                        ? Finding.pass(rule, message)
                        : Finding.fail(rule, message + (number ? " is more than a day" : "")),
                METHOD);
    }

    private static boolean anything(Sharing sharing, String what) {
        return sharing.tokens("Access-Control-Allow-" + what).contains("*");
    }
}
