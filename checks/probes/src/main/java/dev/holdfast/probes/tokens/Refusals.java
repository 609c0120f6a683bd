package dev.holdfast.probes.tokens;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.json.JsonReader;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a refusal of a token from one that anybody would have got: a limit refuses a right token,
 * too. A refusal is about the token when it says so (invalid_grant, RFC 6749 section 5.2), when it
 * looks like that of a token that was never issued, or when another session is refreshed after it.
 */
final class Refusals {
    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?i)slow|temporar|limit|rate|too.?many|throttl|lock|block|quota|forbidden");

    private final OtherSession other;
    private final Set<String> known = new HashSet<>();

    Refusals(OtherSession other) {
        this.other = other;
    }

    /** How a token that was never issued is refused, while others are refreshed. */
    void ofUnknown(Answer.Refused answer) {
        known.add(look(answer.response()));
    }

    /** That the token must be refused. */
    Finding must(CheckInfo rule, String what, Sessions.Refreshed refreshed)
            throws InterruptedException {
        String words = what + " was " + refreshed.answer().words();
        if (refreshed.pair().isPresent()) {
            return Finding.fail(rule, words + " with new tokens");
        }
        if (!(refreshed.answer() instanceof Answer.Refused refused)) {
            return refreshed.answer().inconclusive(rule, what);
        }
        return believes(refused.response())
                ? Finding.pass(rule, words)
                : Finding.unknown(
                        rule,
                        words
                                + ", which proves nothing: a token that was never issued is refused"
                                + " in another way, so that a limit may have refused this one");
    }

    private boolean believes(Response refusal) throws InterruptedException {
        if (error(refusal).filter("invalid_grant"::equals).isPresent()
                || known.contains(look(refusal))) {
            return true;
        }
        boolean works = other.works();
        if (works) {
            known.add(look(refusal));
        }
        return works;
    }

    /** RFC 6749 lets a service answer 400 or 401; it may do both. */
    private static String look(Response refusal) {
        boolean usual = refusal.status() == 400 || refusal.status() == 401;
        return usual && error(refusal).filter(each -> LIMIT.matcher(each).find()).isEmpty()
                ? "400 or 401"
                : refusal.status() + " " + refusal.body().text();
    }

    private static Optional<String> error(Response refusal) {
        return JsonReader.object(refusal.body().text())
                .map(members -> members.get("error"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
